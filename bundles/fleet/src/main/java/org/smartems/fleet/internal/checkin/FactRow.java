// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.smartems.fleet.internal.device.DeviceFacts;
import org.smartems.fleet.internal.device.FactColumns;
import org.smartems.fleet.internal.log.Column;
import org.smartems.spi.procedure.DeviceField;

/** The facts as fleet_device_state and fleet_check_in have them in common. */
final class FactRow {

    static final List<Column> COLUMNS = columns();

    /** What is different with nearly every report. */
    static final Set<DeviceField> MOVING = EnumSet.of(
            DeviceField.CELL_ID,
            DeviceField.RSRP,
            DeviceField.UPTIME,
            DeviceField.CELLULAR_UPTIME1,
            DeviceField.CELLULAR_UPTIME2);

    /** The columns of what is moving. */
    static final List<Column> MOVING_COLUMNS = List.copyOf(fields(MOVING));

    private FactRow() {}

    /** Adds the values in the order of the columns. */
    static void add(List<Object> row, DeviceFacts facts) {
        addFields(row, facts, EnumSet.allOf(DeviceField.class));
        for (int slot = 1; slot <= 3; slot++) {
            row.add(facts.firmwareVersions().get(slot));
        }
        row.add(orNull(facts.forwardedFor()));
        row.add(orNull(facts.host()));
    }

    /** Adds the values in the order of the columns of what is moving. */
    static void addMoving(List<Object> row, DeviceFacts facts) {
        addFields(row, facts, MOVING);
    }

    private static void addFields(List<Object> row, DeviceFacts facts, Set<DeviceField> fields) {
        for (DeviceField field : fields) {
            row.add(facts.fields().get(field));
        }
        OptionalInt rsrp = facts.rsrpValue();
        row.add(rsrp.isPresent() ? (Object) rsrp.getAsInt() : null);
        row.add(orNull(facts.seconds(DeviceField.UPTIME)));
        row.add(orNull(facts.seconds(DeviceField.CELLULAR_UPTIME1)));
        row.add(orNull(facts.seconds(DeviceField.CELLULAR_UPTIME2)));
        row.add(orNull(facts.sourceIp()));
    }

    private static List<Column> columns() {
        List<Column> columns = fields(EnumSet.allOf(DeviceField.class));
        for (int slot = 1; slot <= 3; slot++) {
            columns.add(Column.text("firmware_version" + slot));
        }
        columns.add(Column.text("x_forwarded_for"));
        columns.add(Column.text("host"));
        return List.copyOf(columns);
    }

    private static List<Column> fields(Set<DeviceField> fields) {
        List<Column> columns = new ArrayList<>();
        for (DeviceField field : fields) {
            columns.add(Column.text(FactColumns.of(field)));
        }
        columns.add(Column.integer("rsrp_value"));
        columns.add(Column.number("uptime_seconds"));
        columns.add(Column.number("cellular_uptime_seconds1"));
        columns.add(Column.number("cellular_uptime_seconds2"));
        columns.add(Column.text("source_ip"));
        return columns;
    }

    private static Long orNull(OptionalLong number) {
        return number.isPresent() ? (Long) number.getAsLong() : null;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
