// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smartems.fleet.Variable;
import org.smartems.fleet.device.DeviceStatus;
import org.smartems.fleet.device.DeviceView;
import org.smartems.fleet.device.WorkFlag;

/** Devices in the words of the shell; the names are those of the REST API. */
final class DeviceText {

    private DeviceText() {}

    /** The columns of the list. */
    static Map<String, Object> summary(DeviceView device, String typeName) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", device.id());
        row.put("deviceType", typeName);
        row.put("identifier", device.identifier());
        row.put("name", device.name());
        row.put("enabled", device.enabled());
        row.put("staging", device.staging());
        row.put("template", device.template().isPresent() ? device.template().getAsLong() : null);
        row.put("firmwareVersion1", device.status().firmwareVersions().get(1));
        row.put("flags", flags(device));
        row.put("seenAt", device.status().seenAt().map(DeviceText::text).orElse(null));
        return row;
    }

    /** Everything but the variables, without what is not known. */
    static Map<String, Object> details(DeviceView device, String typeName) {
        DeviceStatus status = device.status();
        Map<String, Object> all = summary(device, typeName);
        all.put("uuid", device.uuid());
        all.put("description", device.description());
        status.facts().forEach((field, value) -> all.put(field.id(), value));
        status.firmwareVersions().forEach((slot, version) -> all.put("firmwareVersion" + slot, version));
        all.put("sourceIp", status.sourceIp());
        all.put("xForwardedFor", status.forwardedFor());
        all.put("host", status.host());
        all.put("connectionAmount", status.connectionAmount());
        all.put(
                "connectionAmountFrom",
                status.connectionAmountFrom().map(DeviceText::text).orElse(null));
        all.put("commandRetryCount", status.commandRetryCount());
        all.put("lastCommandCritical", status.lastCommandCritical());
        all.put("createdAt", text(device.history().createdAt()));
        all.put("updatedAt", text(device.history().updatedAt()));
        all.values().removeIf(value -> value == null || "".equals(value));
        return all;
    }

    /** Defined variables by name. */
    static Map<String, String> variables(List<Variable> variables) {
        Map<String, String> byName = new LinkedHashMap<>();
        variables.forEach(variable -> byName.put(variable.name(), variable.value()));
        return byName;
    }

    /** A cell of a table, in which nothing that a device says steers the terminal. */
    static String cell(Object value) {
        if (value instanceof List<?> list) {
            return LogAction.oneLine(
                    String.join(" ", list.stream().map(String::valueOf).toList()));
        }
        if (value instanceof Boolean on) {
            return on ? "yes" : "no";
        }
        return LogAction.oneLine(
                Optional.ofNullable(value).map(Object::toString).orElse(""));
    }

    private static List<String> flags(DeviceView device) {
        return device.flags().stream().sorted().map(WorkFlag::id).toList();
    }

    private static String text(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
