// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.smartems.spi.procedure.DeviceField;

/** Where {@code fleet_device_state} keeps the facts. */
public final class FactColumns {

    private static final Map<DeviceField, String> COLUMNS = new EnumMap<>(DeviceField.class);

    static {
        for (DeviceField field : DeviceField.values()) {
            COLUMNS.put(field, field.id().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
        }
    }

    private FactColumns() {}

    /** The column of a fact, such as {@code serial_number}. */
    public static String of(DeviceField field) {
        return COLUMNS.get(field);
    }

    /**
     * What {@link DeviceFacts#read} needs in a select list.
     *
     * @param table name or alias of {@code fleet_device_state} in the query
     */
    public static String list(String table) {
        String facts =
                COLUMNS.values().stream().map(column -> table + "." + column).collect(Collectors.joining(", "));
        return facts
                + ", T.firmware_version1, T.firmware_version2, T.firmware_version3, T.x_forwarded_for, T.source_ip, T.host"
                        .replace("T.", table + ".");
    }
}
