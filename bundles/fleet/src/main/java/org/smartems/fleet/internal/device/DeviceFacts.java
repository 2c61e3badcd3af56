// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.smartems.fleet.internal.customdata.CustomData;
import org.smartems.spi.procedure.DeviceField;

/**
 * What is known of a device by its reports; immutable.
 *
 * @param fields facts that have a value
 * @param firmwareVersions by slot, where reported
 * @param forwardedFor of the last contact; may be empty
 * @param sourceIp of the last contact; may be empty
 * @param host of the last contact; may be empty
 * @param customData declared values by their paths, an object of JSON
 */
public record DeviceFacts(
        Map<DeviceField, String> fields,
        Map<Integer, String> firmwareVersions,
        String forwardedFor,
        String sourceIp,
        String host,
        String customData) {

    /** Nothing is known. */
    public static final DeviceFacts NONE = new DeviceFacts(Map.of(), Map.of(), "", "", "", CustomData.NONE);

    /** Copies the maps; no custom data is none. */
    public DeviceFacts {
        EnumMap<DeviceField, String> known = new EnumMap<>(DeviceField.class);
        known.putAll(fields);
        fields = Collections.unmodifiableMap(known);
        customData = customData == null ? CustomData.NONE : customData;
        firmwareVersions = Collections.unmodifiableMap(new TreeMap<>(firmwareVersions));
    }

    /** The same with other custom data. */
    public DeviceFacts withCustomData(String other) {
        return new DeviceFacts(fields, firmwareVersions, forwardedFor, sourceIp, host, other);
    }

    /** Reads a row that has the columns of {@link FactColumns#list}. */
    public static DeviceFacts read(ResultSet row) throws SQLException {
        Map<DeviceField, String> fields = new EnumMap<>(DeviceField.class);
        for (DeviceField field : DeviceField.values()) {
            String value = row.getString(FactColumns.of(field));
            if (value != null) {
                fields.put(field, value);
            }
        }
        Map<Integer, String> versions = new TreeMap<>();
        for (int slot = 1; slot <= 3; slot++) {
            String version = row.getString("firmware_version" + slot);
            if (version != null) {
                versions.put(slot, version);
            }
        }
        return new DeviceFacts(
                fields,
                versions,
                text(row, "x_forwarded_for"),
                text(row, "source_ip"),
                text(row, "host"),
                row.getString("custom_data"));
    }

    /** Whether only some of the fields, and the address of the last contact, may be different. */
    public boolean differByMoving(DeviceFacts before, Set<DeviceField> moving) {
        return firmwareVersions.equals(before.firmwareVersions)
                && forwardedFor.equals(before.forwardedFor)
                && host.equals(before.host)
                && customData.equals(before.customData)
                && without(moving).equals(before.without(moving));
    }

    private Map<DeviceField, String> without(Set<DeviceField> some) {
        Map<DeviceField, String> others = new EnumMap<>(DeviceField.class);
        others.putAll(fields);
        others.keySet().removeAll(some);
        return others;
    }

    /** The value of a fact, when there is one. */
    public Optional<String> field(DeviceField field) {
        return Optional.ofNullable(fields.get(field)).filter(value -> !value.isEmpty());
    }

    /** The signal as a number of dBm, when the text begins with one. */
    public OptionalInt rsrpValue() {
        return field(DeviceField.RSRP).map(FactNumbers::rsrp).orElseGet(OptionalInt::empty);
    }

    /** The length of a time that the device tells in its own words, when they are known ones. */
    public OptionalLong seconds(DeviceField uptime) {
        return field(uptime).map(FactNumbers::seconds).orElseGet(OptionalLong::empty);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
