// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        Stream<String> others = Stream.of(
                "firmware_version1",
                "firmware_version2",
                "firmware_version3",
                "x_forwarded_for",
                "source_ip",
                "host",
                "custom_data");
        return Stream.concat(COLUMNS.values().stream(), others)
                .map(column -> table + "." + column)
                .collect(Collectors.joining(", "));
    }
}
