// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.Map;
import java.util.Optional;
import org.smartems.fleet.internal.firmware.FirmwareSnapshot;
import org.smartems.platform.plugin.PlugInAway;
import org.smartems.platform.plugin.PlugInFailure;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.spi.procedure.WorkKind;
import org.smartems.spi.procedure.WorkStep;

/** The firmware of one slot. */
final class FirmwareStep {

    private final Course course;
    private final WorkStep step;
    private final int slot;
    private final FirmwareChoice choice;

    FirmwareStep(Course course, WorkStep step) {
        this.course = course;
        this.step = step;
        this.slot = step.slot();
        this.choice = new FirmwareChoice(course, slot);
    }

    Optional<HandOut> work() {
        if (!course.flags.isSet(Flags.of(WorkKind.FIRMWARE, slot))) {
            return Optional.empty();
        }
        if (course.template().isEmpty()) {
            return nothing(LogLevel.INFO, "deviceInstallFirmware" + slot + "NoTemplate");
        }
        Optional<FirmwareSnapshot> goal = course.template().get().firmware(slot);
        if (goal.isEmpty()) {
            return nothing(LogLevel.INFO, "deviceInstallFirmware" + slot + "NoFirmware");
        }
        if (Signal.isTooWeak(course.situation.report(), course.situation.type().firmwareMinRsrp())) {
            return nothing(LogLevel.WARNING, "deviceRsrpInvalidFirmware" + slot);
        }
        return next(goal.get()).map(this::handOut);
    }

    private HandOut handOut(FirmwareSnapshot next) {
        course.log(LogLevel.INFO, "deviceReinstallingFirmware" + slot, Map.of("nameFirmware" + slot, name()));
        FirmwareSnapshot file = file(next);
        String url = course.tools.urls().of(course.situation, step, file);
        return HandOut.firmware(slot, new HandOut.Firmware(url, file.md5(), file.version()));
    }

    /** The next firmware on the way; none while the way is not known, and then it stays requested. */
    private Optional<FirmwareSnapshot> next(FirmwareSnapshot goal) {
        try {
            return Optional.of(choice.next(goal));
        } catch (PlugInFailure | PlugInAway e) {
            // counted and logged where it happened
            Map<String, Object> parameters = Map.of(
                    "nameFirmware" + slot,
                    name(),
                    "currentVersion",
                    choice.compared(choice.known()),
                    "requiredVersion",
                    choice.compared(goal.version()));
            course.log(LogLevel.ERROR, "deviceFirmware" + slot + "NotComparable", parameters);
            return Optional.empty();
        }
    }

    /** A firmware in the file for the hardware of the device. */
    private FirmwareSnapshot file(FirmwareSnapshot next) {
        if (!choice.path().dependsOnHardware(next)) {
            return next;
        }
        return choice.path().file(next, course.facts).orElseGet(() -> {
            Map<String, Object> parameters = Map.of(
                    "nameFirmware" + slot,
                    name(),
                    "hardwareVersion",
                    fact(DeviceField.HARDWARE_VERSION),
                    "model",
                    fact(DeviceField.MODEL));
            course.log(LogLevel.WARNING, "deviceFirmware" + slot + "NoHardwareFile", parameters);
            return next;
        });
    }

    private String fact(DeviceField field) {
        return course.facts.field(field).orElse("");
    }

    private Optional<HandOut> nothing(LogLevel level, String messageId) {
        course.log(level, messageId, Map.of("deviceName", course.deviceName(), "nameFirmware" + slot, name()));
        return Optional.empty();
    }

    private String name() {
        return course.situation.type().firmwareNames().get(slot);
    }
}
