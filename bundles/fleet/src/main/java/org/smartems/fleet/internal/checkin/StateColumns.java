// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.ArrayList;
import java.util.List;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.device.WorkFlags;
import org.smartems.fleet.internal.log.Column;
import org.smartems.fleet.internal.log.Columns;

/** The columns of fleet_device_state that check-ins write; the first are the key: the device and the revision read. */
final class StateColumns {

    /** How many columns are the key. */
    static final int KEYS = 2;

    /** All of them. */
    static final Columns ALL = all();

    /** Those of {@link FactRow#MOVING}, for a report that changes nothing else. */
    static final Columns MOVING = key().and(FactRow.MOVING_COLUMNS);

    private StateColumns() {}

    /** A row of {@link #ALL}. */
    static Object[] all(Write write) {
        DeviceState state = write.state().orElseThrow();
        List<Object> row = key(write, state);
        FactRow.add(row, state.facts());
        for (WorkFlag flag : WorkFlag.values()) {
            row.add(state.flags().sequence(flag));
        }
        row.add(state.flags().last());
        row.add(state.delivering().map(StateJson::write).orElse(null));
        row.add(StateJson.write(state.commands()));
        row.add(state.commandRetryCount());
        row.add(state.lastCommandCritical());
        row.add(
                state.boundCredential().isPresent()
                        ? (Object) state.boundCredential().getAsLong()
                        : null);
        row.add(StateJson.write(state.configLog()));
        row.add(state.facts().customData());
        return row.toArray();
    }

    /** A row of {@link #MOVING}. */
    static Object[] moving(Write write) {
        DeviceState state = write.state().orElseThrow();
        List<Object> row = key(write, state);
        FactRow.addMoving(row, state.facts());
        return row.toArray();
    }

    private static List<Object> key(Write write, DeviceState state) {
        List<Object> row = new ArrayList<>(ALL.all().size());
        row.add(write.device());
        row.add(state.revision());
        row.add(write.record().createdAt().toString());
        return row;
    }

    private static Columns all() {
        List<Column> columns = new ArrayList<>(FactRow.COLUMNS);
        for (WorkFlag flag : WorkFlag.values()) {
            columns.add(Column.number(WorkFlags.column(flag)));
        }
        columns.add(Column.number("flag_sequence"));
        columns.add(Column.json("delivering"));
        columns.add(Column.json("commands"));
        columns.add(Column.integer("command_retry_count"));
        columns.add(Column.bool("last_command_critical"));
        columns.add(Column.number("bound_credential_id"));
        columns.add(Column.json("config_log"));
        columns.add(Column.json("custom_data"));
        return key().and(columns);
    }

    private static Columns key() {
        return Columns.of(Column.number("device_id"), Column.number("revision"), Column.moment("seen_at"));
    }
}
