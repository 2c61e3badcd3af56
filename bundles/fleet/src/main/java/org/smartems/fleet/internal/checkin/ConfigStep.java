// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import java.util.Optional;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.config.ConfigRendering;
import org.smartems.fleet.internal.config.ConfigSnapshot;
import org.smartems.fleet.internal.variable.PredefinedVariables;
import org.smartems.spi.config.ConfigException;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.spi.procedure.WorkKind;
import org.smartems.spi.procedure.WorkStep;

/** The config of one slot. */
final class ConfigStep {

    private final Course course;
    private final WorkStep step;
    private final int slot;
    private final DeviceType type;
    private final String name;

    ConfigStep(Course course, WorkStep step) {
        this.course = course;
        this.step = step;
        this.slot = step.slot();
        this.type = course.situation.type();
        this.name = type.configNames().get(slot);
    }

    Optional<HandOut> work() {
        if (!course.flags.isSet(flag()) && !type.has(Capability.alwaysReinstallConfig(slot))) {
            return nothing(LogLevel.INFO, "deviceReinstallingConfig" + slot + "NoNeed");
        }
        if (course.template().isEmpty()) {
            return nothing(LogLevel.INFO, "deviceInstallConfig" + slot + "NoTemplate");
        }
        Optional<ConfigSnapshot> config = course.template().get().config(slot);
        if (config.isEmpty()) {
            return nothing(LogLevel.INFO, "deviceInstallConfig" + slot + "NoConfig");
        }
        if (Signal.isTooWeak(course.situation.report(), type.configMinRsrp())) {
            return nothing(LogLevel.WARNING, "deviceRsrpInvalidConfig" + slot);
        }
        return render(config.get()).flatMap(this::send);
    }

    private Optional<HandOut> send(String text) {
        if (isReported(text)) {
            course.log(LogLevel.INFO, "deviceConfigSameAsReceived");
            course.log(LogLevel.INFO, "deviceNoConfigWillBeSentSameAsReceived");
            course.flags = course.flags.clear(flag());
            return Optional.empty();
        }
        course.log(LogLevel.DEBUG, "configDeviceConfigGenerated", course.deviceAndIdentifier());
        course.log(LogLevel.INFO, "deviceReinstallingConfig" + slot, Map.of("nameConfig" + slot, name));
        return Optional.of(HandOut.config(slot, text, type.isJson(slot)));
    }

    /** A device that gets configs inline reports only one of them, whichever it has just got. */
    private boolean isReported(String text) {
        Map<Integer, String> reported = course.situation.report().configs();
        return step.command().isEmpty() ? reported.containsValue(text) : text.equals(reported.get(slot));
    }

    private Optional<String> render(ConfigSnapshot config) {
        try {
            String text = ConfigRendering.render(type, slot, config, variables());
            return text.isEmpty() ? failed("configDeviceInvalidEmpty", "The config is empty") : Optional.of(text);
        } catch (ConfigException e) {
            boolean noJson = e.getCause() instanceof JsonProcessingException;
            String where = e.line() == 0 ? "" : "Line " + e.line() + ": ";
            return failed(noJson ? "configDeviceInvalidJson" : "configDeviceSystemError", where + e.getMessage());
        }
    }

    /** The request stays, so that the config goes out as soon as somebody has repaired it. */
    private Optional<String> failed(String messageId, String reason) {
        Map<String, Object> parameters =
                Map.of("nameConfig", name, "identifier", course.identifier(), "reason", reason);
        course.log(LogLevel.ERROR, messageId, parameters);
        course.log(LogLevel.ERROR, "deviceConfigGenerationFailed");
        course.log(LogLevel.INFO, "deviceNoConfigWillBeSent");
        return Optional.empty();
    }

    private Map<String, Object> variables() {
        DeviceSnapshot device = course.situation.device();
        return PredefinedVariables.over(
                course.tools.variables().apply(device.variables()),
                PredefinedVariables.of(type, device.identifier(), device.name(), course.facts));
    }

    private Optional<HandOut> nothing(LogLevel level, String messageId) {
        course.log(level, messageId, Map.of("deviceName", course.deviceName(), "nameConfig" + slot, name));
        return Optional.empty();
    }

    private WorkFlag flag() {
        return Flags.of(WorkKind.CONFIG, slot);
    }
}
