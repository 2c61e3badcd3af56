// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smartems.api.error.FieldError;
import org.smartems.spi.procedure.CommandReport;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.DeviceTypeInfo;
import org.smartems.spi.procedure.FieldRequirement;
import org.smartems.spi.procedure.ProcedureDescription;

/** What the platform asks of a report. */
final class ReportRules {

    private static final int LENGTH = 255;
    private static final int LONG = 64 * 1024;

    private ReportRules() {}

    /** By what a device is known: the identifying field, or without it what identifies where nothing is chosen. */
    static Optional<String> identifier(DeviceReport report, DeviceField identifier, ProcedureDescription procedure) {
        return report.field(identifier)
                .or(() -> report.field(procedure.identifiers().get(0)));
    }

    static List<FieldError> errors(
            DeviceReport report, DeviceTypeInfo type, DeviceField identifier, ProcedureDescription procedure) {
        List<FieldError> errors = new ArrayList<>();
        for (DeviceField field : DeviceField.values()) {
            boolean required = field == identifier
                    ? identifier(report, identifier, procedure).isEmpty()
                    : procedure.reported().contains(field) && isRequired(type.requirement(field));
            if (required && report.field(field).isEmpty()) {
                errors.add(FieldError.of(field.id(), "validation.required"));
            }
            report.field(field).ifPresent(value -> checkText(field.id(), value, limit(field), errors));
        }
        report.firmwareVersions()
                .forEach((slot, version) -> checkText("firmwareVersion" + slot, version, LENGTH, errors));
        report.command().ifPresent(command -> checkCommand(command, errors));
        return errors;
    }

    private static boolean isRequired(FieldRequirement requirement) {
        return requirement == FieldRequirement.REQUIRED || requirement == FieldRequirement.REQUIRED_IN_COMMUNICATION;
    }

    private static int limit(DeviceField field) {
        return field == DeviceField.REGISTRATION_ID || field == DeviceField.ENDORSEMENT_KEY ? LONG : LENGTH;
    }

    private static void checkCommand(CommandReport command, List<FieldError> errors) {
        checkText("commandName", command.name(), LENGTH, errors);
        checkText("commandTransactionId", command.transactionId(), LENGTH, errors);
        checkText("commandStatusErrorCategory", command.errorCategory(), LENGTH, errors);
        checkText("commandStatusErrorPid", command.errorPid(), LENGTH, errors);
        checkText("commandStatusErrorMessage", command.errorMessage(), LONG, errors);
    }

    private static void checkText(String path, String value, int limit, List<FieldError> errors) {
        if (value.indexOf('\0') >= 0) {
            errors.add(FieldError.of(path, "validation.type"));
        }
        if (value.codePointCount(0, value.length()) > limit) {
            errors.add(FieldError.of(path, "validation.lengthMax").with("limit", limit));
        }
    }
}
