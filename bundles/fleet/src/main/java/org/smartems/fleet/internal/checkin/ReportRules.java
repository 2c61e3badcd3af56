// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smartems.api.error.FieldError;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.checkin.Contact;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.FieldRequirement;

/** What a report must fulfil before anything of it is stored. */
final class ReportRules {

    private static final int LENGTH = 255;
    private static final int LONG_LENGTH = 64 * 1024;

    private final Contact contact;
    private final DeviceType type;
    private final DeviceReport report;
    private final List<FieldError> errors = new ArrayList<>();

    private ReportRules(Contact contact, DeviceType type, DeviceReport report) {
        this.contact = contact;
        this.type = type;
        this.report = report;
    }

    /** The broken rules, in the order of the fields. */
    static List<FieldError> check(Contact contact, DeviceType type, DeviceReport report) {
        return new ReportRules(contact, type, report).check();
    }

    /** By what the device is known: the identifying field, or without it what identifies where nothing is chosen. */
    static Optional<String> identifier(Contact contact, DeviceReport report) {
        return report.field(contact.identifier()).or(() -> byDefault(contact, report));
    }

    private static Optional<String> byDefault(Contact contact, DeviceReport report) {
        return report.field(contact.procedure().identifiers().get(0));
    }

    private List<FieldError> check() {
        for (DeviceField field : DeviceField.values()) {
            if (isMissing(field)) {
                errors.add(FieldError.of(field.id(), "validation.required"));
                continue;
            }
            checkText(field.id(), report.fields().getOrDefault(field, ""), most(field));
        }
        report.firmwareVersions().forEach((slot, version) -> checkText("firmwareVersion" + slot, version, LENGTH));
        report.command().ifPresent(command -> {
            checkText("commandName", command.name(), LENGTH);
            checkText("commandTransactionId", command.transactionId(), LENGTH);
            checkText("commandStatusErrorCategory", command.errorCategory(), LENGTH);
            checkText("commandStatusErrorPid", command.errorPid(), LENGTH);
            checkText("commandStatusErrorMessage", command.errorMessage(), LONG_LENGTH);
        });
        return errors;
    }

    private boolean isMissing(DeviceField field) {
        if (report.field(field).isPresent()) {
            return false;
        }
        if (field == contact.identifier()) {
            return byDefault(contact, report).isEmpty();
        }
        if (!contact.procedure().reported().contains(field)) {
            return false; // asked of the people who enter devices
        }
        FieldRequirement requirement = type.requirement(field);
        return requirement == FieldRequirement.REQUIRED || requirement == FieldRequirement.REQUIRED_IN_COMMUNICATION;
    }

    private void checkText(String path, String text, int most) {
        if (text.length() > most && text.codePointCount(0, text.length()) > most) {
            errors.add(FieldError.of(path, "validation.lengthMax").with("limit", most));
        } else if (text.indexOf('\0') >= 0) {
            errors.add(FieldError.of(path, "validation.type"));
        }
    }

    private int most(DeviceField field) {
        boolean isLong = field == DeviceField.REGISTRATION_ID || field == DeviceField.ENDORSEMENT_KEY;
        return isLong && !contact.procedure().identifiers().contains(field) ? LONG_LENGTH : LENGTH;
    }
}
