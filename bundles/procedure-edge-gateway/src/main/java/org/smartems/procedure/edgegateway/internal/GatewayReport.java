// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.edgegateway.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smartems.api.error.FieldError;
import org.smartems.procedure.edgegateway.internal.JsonBody.Kind;
import org.smartems.procedure.edgegateway.internal.JsonBody.Value;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.CommandReport;
import org.smartems.spi.procedure.CommandStatus;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.DeviceTypeInfo;

/** What a gateway says, read from its JSON. */
final class GatewayReport {

    private static final List<DeviceField> FACTS = List.of(
            DeviceField.SERIAL_NUMBER,
            DeviceField.HARDWARE_VERSION,
            DeviceField.REGISTRATION_ID,
            DeviceField.ENDORSEMENT_KEY,
            DeviceField.IMSI,
            DeviceField.IMEI,
            DeviceField.NETWORK_GENERATION);
    private static final List<String> COMMAND = List.of(
            "commandName",
            "commandTransactionId",
            "commandStatus",
            "commandStatusErrorCategory",
            "commandStatusErrorPid",
            "commandStatusErrorMessage");

    /** The members that mean something. */
    static final Set<String> MEMBERS = members();

    private static final Map<String, CommandStatus> STATUSES =
            Map.of("success", CommandStatus.SUCCESS, "error", CommandStatus.ERROR, "critical", CommandStatus.CRITICAL);

    private final JsonBody body;
    private final List<FieldError> errors = new ArrayList<>();
    private DeviceReport report = DeviceReport.empty();
    private Map<String, Object> configMismatch;

    private GatewayReport(JsonBody body) {
        this.body = body;
    }

    static DeviceField[] fields() {
        return FACTS.toArray(DeviceField[]::new);
    }

    static GatewayReport of(JsonBody body, DeviceTypeInfo type) {
        GatewayReport read = new GatewayReport(body);
        read.readFacts();
        read.readConfig(type);
        read.readCustomData();
        read.readCommand();
        return read;
    }

    DeviceReport report() {
        return report;
    }

    List<FieldError> errors() {
        return errors;
    }

    String serialNumber() {
        return report.field(DeviceField.SERIAL_NUMBER).orElse("");
    }

    /** That a config came in the form that the device type does not have, and is not part of the report. */
    Optional<Map<String, Object>> configMismatch() {
        return Optional.ofNullable(configMismatch);
    }

    private void readFacts() {
        for (DeviceField field : FACTS) {
            text(field.id()).ifPresent(value -> report = report.with(field, value));
        }
        if (serialNumber().isEmpty()) {
            addRequired("serialNumber");
        }
        text("firmwareVersion")
                .filter(version -> !version.isEmpty())
                .ifPresentOrElse(
                        version -> report = report.withFirmwareVersion(1, version),
                        () -> addRequired("firmwareVersion"));
    }

    private void readConfig(DeviceTypeInfo type) {
        Optional<Value> sent = body.member("config");
        if (sent.isEmpty()) {
            return;
        }
        Value config = sent.get();
        if (config.kind() != Kind.TEXT && config.kind() != Kind.DOCUMENT) {
            errors.add(FieldError.of("config", "validation.type").with("expected", "object or string"));
            return;
        }
        boolean json = config.kind() == Kind.DOCUMENT;
        if (type.has(Capability.CONFIG1) && json != type.isJson(1)) {
            configMismatch = Map.of("reported", json ? "json" : "plain", "expected", json ? "plain" : "json");
            return;
        }
        report = report.withConfig(1, config.text());
    }

    /** As JSON whatever it is: what does not fit is the platform's to tell. */
    private void readCustomData() {
        body.member("customData")
                .ifPresent(sent -> report = report.withCustomData(
                        sent.kind() == Kind.TEXT ? ErrorAnswer.quoted(sent.text()) : sent.text()));
    }

    private void readCommand() {
        Map<String, String> command = new HashMap<>();
        COMMAND.forEach(member -> command.put(member, text(member).orElse("")));
        if (command.get("commandName").isEmpty()) {
            return;
        }
        CommandStatus status = STATUSES.get(command.get("commandStatus"));
        if (status != null) {
            report = report.withCommand(
                    CommandReport.of(command.get("commandName"), command.get("commandTransactionId"), status)
                            .withError(
                                    command.get("commandStatusErrorCategory"),
                                    command.get("commandStatusErrorPid"),
                                    command.get("commandStatusErrorMessage")));
        } else if (command.get("commandStatus").isEmpty()) {
            addRequired("commandStatus");
        } else {
            errors.add(FieldError.of("commandStatus", "validation.enum").with("choices", "success, error, critical"));
        }
    }

    /** A process id may be a number: agents in the field send one. */
    private Optional<String> text(String member) {
        Optional<Value> value = body.member(member);
        boolean number = member.equals("commandStatusErrorPid");
        if (value.filter(it -> it.kind() == Kind.TEXT || number && it.kind() == Kind.NUMBER)
                .isEmpty()) {
            value.ifPresent(it -> errors.add(
                    FieldError.of(member, "validation.type").with("expected", number ? "number or string" : "string")));
            return Optional.empty();
        }
        String text = value.get().text().strip();
        if (!isStorable(text)) {
            errors.add(FieldError.of(member, "validation.regex"));
        }
        return Optional.of(text);
    }

    private void addRequired(String member) {
        if (errors.stream().noneMatch(error -> error.path().equals(member))) {
            errors.add(FieldError.of(member, "validation.required"));
        }
    }

    /** The database takes neither NUL nor half of a surrogate pair. */
    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(it -> it == 0 || Character.getType(it) == Character.SURROGATE);
    }

    private static Set<String> members() {
        Set<String> members = new HashSet<>(COMMAND);
        FACTS.forEach(field -> members.add(field.id()));
        members.addAll(List.of("firmwareVersion", "config", "customData"));
        return Set.copyOf(members);
    }
}
