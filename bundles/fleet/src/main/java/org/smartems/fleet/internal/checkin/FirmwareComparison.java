// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.Map;
import java.util.Optional;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.firmware.FirmwareSnapshot;
import org.smartems.platform.plugin.PlugInAway;
import org.smartems.platform.plugin.PlugInFailure;
import org.smartems.spi.firmware.VersionRelation;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.spi.procedure.WorkKind;
import org.smartems.spi.procedure.WorkStep;

/** Requests firmware whose version is not the one that the device reports. */
final class FirmwareComparison {

    private final Course course;
    private final int slot;
    private final String name;

    private FirmwareComparison(Course course, int slot, String name) {
        this.course = course;
        this.slot = slot;
        this.name = name;
    }

    static void compare(Course course) {
        DeviceType type = course.situation.type();
        for (WorkStep step : course.situation.contact().procedure().plan()) {
            String name = type.firmwareNames().get(step.slot());
            if (step.kind() == WorkKind.FIRMWARE && name != null) {
                new FirmwareComparison(course, step.slot(), name).compare();
            }
        }
    }

    private void compare() {
        if (isWithheld()) {
            return;
        }
        if (course.template().isEmpty()) {
            log(LogLevel.INFO, "deviceFirmware" + slot + "NoTemplate", Map.of("deviceName", course.deviceName()));
            return;
        }
        Optional<FirmwareSnapshot> firmware = course.template().get().firmware(slot);
        if (firmware.isEmpty()) {
            log(LogLevel.INFO, "deviceFirmware" + slot + "NoFirmware", Map.of());
            return;
        }
        relate(firmware.get());
    }

    private boolean isWithheld() {
        Map<String, Object> device = course.deviceAndIdentifier();
        if (course.flags.isSet(flag())) {
            log(LogLevel.DEBUG, "deviceReinstallFirmware" + slot + "AlreadySet", device);
            return true;
        }
        if (course.critical) {
            course.log(LogLevel.WARNING, "deviceReinstallFirmwareLastCommandCriticalTrue", device);
            return true;
        }
        if (course.retryCount > course.situation.type().commandMaxRetries()) {
            Map<String, Object> counted = Course.with(device, "commandRetryCount", course.retryCount);
            log(LogLevel.WARNING, "deviceReinstallFirmware" + slot + "CommandErrorMaxRetriesExceeded", counted);
            return true;
        }
        return false;
    }

    /** What is not reported cannot be compared: another route of the dialect may tell it. */
    private void relate(FirmwareSnapshot goal) {
        FirmwareChoice choice = new FirmwareChoice(course, slot);
        String required = compared(goal.version());
        String reported = compared(course.situation.report().firmwareVersions().getOrDefault(slot, ""));
        if (reported.isEmpty()) {
            return;
        }
        try {
            relate(choice, goal, reported);
        } catch (PlugInFailure | PlugInAway e) {
            // counted and logged where it happened
            log(LogLevel.ERROR, "deviceFirmware" + slot + "NotComparable", versions(reported, required));
        }
    }

    private void relate(FirmwareChoice choice, FirmwareSnapshot goal, String reported) {
        String required = compared(goal.version());
        Optional<VersionRelation> relation = choice.relation(reported, required);
        if (relation.isEmpty()) {
            log(LogLevel.ERROR, "deviceFirmware" + slot + "NotComparable", versions(reported, required));
            return;
        }
        boolean stays =
                relation.get() == VersionRelation.HIGHER && !choice.path().allowsDowngrade();
        if (relation.get() == VersionRelation.EQUAL || stays) {
            log(LogLevel.INFO, "deviceFirmware" + slot + "UpToDate", Map.of());
            return;
        }
        log(LogLevel.INFO, "deviceFirmware" + slot + "NeedsUpdate", versions(reported, required));
        FirmwareSnapshot next = choice.next(goal);
        if (next.id() != goal.id()) {
            log(LogLevel.INFO, "deviceFirmware" + slot + "NextStep", versions(reported, compared(next.version())));
        }
        course.requestBySelf(flag());
    }

    private String compared(String version) {
        return course.situation.contact().procedure().compared(version);
    }

    private static Map<String, Object> versions(String reported, String required) {
        return Map.of("currentVersion", reported, "requiredVersion", required);
    }

    private WorkFlag flag() {
        return Flags.of(WorkKind.FIRMWARE, slot);
    }

    private void log(LogLevel level, String messageId, Map<String, Object> parameters) {
        course.log(level, messageId, Course.with(parameters, "nameFirmware" + slot, name));
    }
}
