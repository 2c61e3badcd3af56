// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.smartems.fleet.internal.command.CommandChange;
import org.smartems.fleet.internal.command.OpenCommand;
import org.smartems.spi.procedure.CommandReport;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.spi.procedure.WorkKind;

/** What a device says of a command, and what follows for the next ones. */
final class ReportedCommand {

    private static final Map<WorkKind, String> TEXTS = Map.of(
            WorkKind.FIRMWARE, "edgeGateway.processCommandNameUpdateFirmware.",
            WorkKind.CONFIG, "edgeGateway.processCommandNameUpdateConfig.",
            WorkKind.REQUEST_CONFIG, "edgeGateway.processCommandNameGetConfig.",
            WorkKind.DIAGNOSE, "edgeGateway.processCommandNameGetDiagnose.");

    private final Course course;
    private final CommandReport report;

    private ReportedCommand(Course course, CommandReport report) {
        this.course = course;
        this.report = report;
    }

    /** A report without a command changes nothing: the device may be busy with one. */
    static void take(Course course) {
        course.situation.report().command().ifPresent(report -> new ReportedCommand(course, report).take());
    }

    private void take() {
        Optional<OpenCommand> reported = course.open.stream()
                .filter(open -> open.transactionId().equals(report.transactionId())
                        && open.name().equals(report.name()))
                .findFirst();
        if (reported.isEmpty()) {
            course.log(LogLevel.ERROR, "deviceCommandMissing", course.deviceAndIdentifier());
        }
        reported.ifPresent(course.open::remove);
        expireOthers();
        reported.ifPresent(this::close);
    }

    private void expireOthers() {
        for (Iterator<OpenCommand> others = course.open.iterator(); others.hasNext(); ) {
            OpenCommand other = others.next();
            others.remove();
            course.retryCount++;
            course.change(CommandChange.expired(other));
            course.log(
                    LogLevel.ERROR,
                    "deviceCommandPendingExists",
                    Map.of("commandRetryCount", course.retryCount, "commandTransactionId", other.transactionId()));
            requestAgain(other);
        }
    }

    /** Firmware is compared anyway; of a config nobody would know that it has not arrived. */
    private void requestAgain(OpenCommand lost) {
        if (lost.kind().equals(WorkKind.CONFIG.name())
                && course.retryCount <= course.situation.type().commandMaxRetries()) {
            Flags.of(lost.kind(), lost.slot()).ifPresent(flag -> course.flags = course.flags.set(flag));
        }
    }

    private void close(OpenCommand command) {
        String status = report.status().name().toLowerCase(Locale.ROOT);
        course.change(new CommandChange(command, status, Optional.of(report)));
        switch (report.status()) {
            case SUCCESS -> succeeded(command);
            case ERROR -> failed(command);
            case CRITICAL -> {
                course.log(LogLevel.CRITICAL, "deviceCommandUpdateCritical", errorCategory());
                giveUp();
            }
        }
    }

    private void succeeded(OpenCommand command) {
        course.retryCount = 0;
        course.critical = false;
        course.log(LogLevel.INFO, "deviceCommandUpdateSuccess");
        if (command.kind().equals(WorkKind.REQUEST_CONFIG.name())
                && course.situation.report().configs().isEmpty()) {
            course.log(LogLevel.INFO, "noConfigSent", Map.of("deviceName", course.deviceName()));
        }
    }

    private void failed(OpenCommand command) {
        course.retryCount++;
        course.critical = false;
        course.log(LogLevel.ERROR, "deviceCommandUpdateError", errorCategory());
        Map<String, Object> count = Map.of("commandRetryCount", course.retryCount);
        if (course.retryCount > course.situation.type().commandMaxRetries()) {
            course.log(LogLevel.CRITICAL, text(command) + "commandErrorRetriesExceeded", count);
            giveUp();
            return;
        }
        course.log(LogLevel.DEBUG, text(command) + "commandErrorRetry", count);
        Flags.of(command.kind(), command.slot()).ifPresent(flag -> course.flags = course.flags.set(flag));
    }

    /** Trying again would do harm: nothing is handed out until somebody asks for it anew. */
    private void giveUp() {
        course.retryCount = 0;
        course.critical = true;
        course.flags = course.flags.clearAll();
        course.delivering = Optional.empty();
    }

    private Map<String, Object> errorCategory() {
        return Map.of("errorCategory", report.errorCategory());
    }

    private static String text(OpenCommand command) {
        return Flags.of(command.kind(), command.slot())
                .map(flag -> TEXTS.get(flag.kind()))
                .orElse("edgeGateway.processCommandNameUpdateConfig.");
    }
}
