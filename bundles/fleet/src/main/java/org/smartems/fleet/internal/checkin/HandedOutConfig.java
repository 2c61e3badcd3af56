// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.Map;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.spi.procedure.WorkKind;

/**
 * Judges by what a device reports whether a config has arrived that it was handed because somebody asked: an answer may
 * have left this server and still be lost.
 *
 * <p>A device that reports what it reported before has not taken the config, and gets it once more. Not for ever: it
 * may be one that refuses it, or had it already and writes it in another way.
 */
final class HandedOutConfig {

    private static final int MOST = 2;

    private HandedOutConfig() {}

    /** Remembers what a device has that is about to get another config. What it does not report proves nothing. */
    static void remember(Course course, int slot) {
        if (course.situation.report().configs().containsKey(slot)) {
            course.configLog.computeIfPresent(slot, (same, mark) -> mark.sent(mark.sent() % MOST + 1));
        }
    }

    /** The device has still what it had before. */
    static ConfigMark notTaken(Course course, int slot, ConfigMark mark) {
        String name = course.situation.type().configNames().getOrDefault(slot, "");
        Map<String, Object> parameters = Map.of("deviceName", course.deviceName(), "nameConfig", name);
        WorkFlag flag = Flags.of(WorkKind.CONFIG, slot);
        if (mark.sent() < MOST) {
            course.log(LogLevel.WARNING, "deviceConfigNotTaken", parameters);
            course.flags = course.flags.set(flag);
            return mark;
        }
        course.log(LogLevel.ERROR, "deviceConfigNotTakenAgain", parameters);
        ConfigMark forgotten = mark.sent(0);
        course.configLog.put(slot, forgotten);
        return forgotten;
    }
}
