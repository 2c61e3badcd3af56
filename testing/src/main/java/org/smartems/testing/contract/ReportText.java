// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import java.util.ArrayList;
import java.util.List;
import org.smartems.api.error.FieldError;
import org.smartems.spi.procedure.CommandReport;
import org.smartems.spi.procedure.DeviceReport;

/** What a procedure has told the platform in one contact, one fact a line. */
final class ReportText {

    private ReportText() {}

    static List<String> of(FakeDeviceExchange exchange) {
        List<String> lines = new ArrayList<>();
        exchange.report().ifPresent(report -> addFacts(report, lines));
        exchange.refused().forEach(error -> lines.add("refused " + text(error)));
        exchange.lines().forEach(line -> lines.add("log " + line.level() + " " + line.messageId()));
        return lines;
    }

    private static void addFacts(DeviceReport report, List<String> lines) {
        report.fields().forEach((field, value) -> lines.add(field.id() + " = " + value));
        report.firmwareVersions().forEach((slot, version) -> lines.add("firmwareVersion" + slot + " = " + version));
        report.configs().forEach((slot, config) -> lines.add("config" + slot + " = " + config));
        report.diagnoseData().ifPresent(data -> lines.add("diagnoseData = " + data));
        report.customData().ifPresent(data -> lines.add("customData = " + data));
        report.command().ifPresent(command -> lines.add("command = " + text(command)));
    }

    private static String text(CommandReport command) {
        return String.join(
                "|",
                command.name(),
                command.transactionId(),
                command.status().name(),
                command.errorCategory(),
                command.errorPid(),
                command.errorMessage());
    }

    private static String text(FieldError error) {
        return error.path() + " " + error.message();
    }
}
