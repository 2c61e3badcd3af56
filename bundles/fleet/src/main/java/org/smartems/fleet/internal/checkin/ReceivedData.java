// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.spi.procedure.WorkKind;
import org.smartems.spi.procedure.WorkStep;

/** Configs and diagnose data that devices report. */
final class ReceivedData {

    /** Without a limit of age the entry is renewed this often, for those that a limit of size removes. */
    private static final int RENEWED_DAYS = 7;

    private ReceivedData() {}

    static void take(Course course) {
        DeviceReport report = course.situation.report();
        report.diagnoseData().ifPresent(data -> takeDiagnose(course, data));
        if (report.configs().isEmpty() && isConfigExpected(course)) {
            course.log(LogLevel.INFO, "noConfigSent", deviceName(course));
        }
        report.configs().forEach((slot, config) -> takeConfig(course, slot, config));
    }

    private static void takeDiagnose(Course course, String data) {
        if (data.isEmpty()) {
            course.log(LogLevel.INFO, "noDiagnoseDataSent", deviceName(course));
            return;
        }
        int line = course.log(LogLevel.INFO, "diagnoseDataSent", deviceName(course));
        course.diagnose = Optional.of(new ReceivedDiagnose(line, data));
    }

    private static void takeConfig(Course course, int slot, String config) {
        String md5 = md5(config);
        ConfigMark known = course.configLog.get(slot);
        boolean isSame = known != null && known.md5().equals(md5);
        if (isSame && known.sent() > 0) {
            known = HandedOutConfig.notTaken(course, slot, known);
        }
        if (isSame && !isOld(course, known)) {
            int line = course.log(LogLevel.INFO, "configSameAsPreviousOne", deviceName(course));
            course.configs.add(new ReceivedConfig(slot, known, false, line, config));
            return;
        }
        int line = course.log(LogLevel.INFO, "configDifferentThanPreviousOne", deviceName(course));
        int sent = isSame ? known.sent() : 0;
        ConfigMark mark = new ConfigMark(course.tools.ids().getAsLong(), course.situation.now(), md5, sent);
        course.configLog.put(slot, mark);
        course.configs.add(new ReceivedConfig(slot, mark, true, line, config));
    }

    /** Logged anew a day before the entry is removed, so that a config which never changes stays there. */
    private static boolean isOld(Course course, ConfigMark known) {
        int kept = course.tools.configLogDays().getAsInt();
        int days = kept == 0 ? RENEWED_DAYS : Math.max(1, kept - 1);
        return known.createdAt().plus(Duration.ofDays(days)).isBefore(course.situation.now());
    }

    /** Devices that work without commands report their config each time, others when they were asked. */
    private static boolean isConfigExpected(Course course) {
        DeviceReport report = course.situation.report();
        if (report.diagnoseData().isPresent()) {
            return false;
        }
        return course.situation.contact().procedure().plan().stream().anyMatch(step -> isInlineConfig(course, step));
    }

    private static boolean isInlineConfig(Course course, WorkStep step) {
        return step.kind() == WorkKind.CONFIG
                && step.command().isEmpty()
                && course.situation.type().configNames().containsKey(step.slot());
    }

    private static Map<String, Object> deviceName(Course course) {
        return Map.of("deviceName", course.deviceName());
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
