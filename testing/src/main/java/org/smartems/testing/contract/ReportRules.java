// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import java.util.ArrayList;
import java.util.List;
import org.smartems.api.error.FieldError;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.DeviceTypeInfo;
import org.smartems.spi.procedure.FieldRequirement;

/** What the platform asks of a report. */
final class ReportRules {

    private static final int LENGTH = 255;
    private static final int LONG = 64 * 1024;

    private ReportRules() {}

    static List<FieldError> errors(DeviceReport report, DeviceTypeInfo type, DeviceField identifier) {
        List<FieldError> errors = new ArrayList<>();
        for (DeviceField field : DeviceField.values()) {
            boolean required = field == identifier || isRequired(type.requirement(field));
            if (required && report.field(field).isEmpty()) {
                errors.add(FieldError.of(field.id(), "validation.required"));
            }
            report.field(field).ifPresent(value -> checkLength(field.id(), value, limit(field), errors));
        }
        report.firmwareVersions()
                .forEach((slot, version) -> checkLength("firmwareVersion" + slot, version, LENGTH, errors));
        return errors;
    }

    private static boolean isRequired(FieldRequirement requirement) {
        return requirement == FieldRequirement.REQUIRED || requirement == FieldRequirement.REQUIRED_IN_COMMUNICATION;
    }

    private static int limit(DeviceField field) {
        return field == DeviceField.REGISTRATION_ID || field == DeviceField.ENDORSEMENT_KEY ? LONG : LENGTH;
    }

    private static void checkLength(String path, String value, int limit, List<FieldError> errors) {
        if (value.codePointCount(0, value.length()) > limit) {
            errors.add(FieldError.of(path, "validation.lengthMax").with("limit", limit));
        }
    }
}
