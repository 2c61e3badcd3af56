// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.PersistenceException;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.checkin.Write.Written;
import org.smartems.fleet.internal.device.WorkFlags;
import org.smartems.fleet.internal.log.Column;
import org.smartems.fleet.internal.log.Columns;
import org.smartems.fleet.internal.log.Rows;
import org.smartems.fleet.internal.log.Statements;
import org.smartems.persistence.Transactions;

/** Writes fleet_device_state, many rows at a time. */
final class StateTable {

    private static final int KEYS = 2;
    private static final Columns COLUMNS = columns();

    /** For whatever else the transaction has to wait for. */
    private static final String LOCKS = "set local lock_timeout = '2s';";

    /** A row that somebody holds is left out: one device must not keep the others of its batch waiting. */
    private static final String UPDATE = Statements.GENERIC_PLANS
            + LOCKS
            + """
            with locked as materialized (
                select device_id from fleet_device_state where device_id = any (?)
                order by device_id for no key update skip locked),
            held as materialized (
                select array(select unnest(cast(? as int8[])) except select device_id from locked) as ids),
            written as (
                update fleet_device_state s set revision = s.revision + 1, ASSIGNMENTS
                from ROWS
                where s.device_id <> all ((select ids from held)::int8[])
                    and s.device_id = i.device_id and s.revision = i.revision
                returning s.device_id)
            select device_id, true from written union all select unnest(ids), false from held"""
                    .replace("ASSIGNMENTS", COLUMNS.assignments(KEYS))
                    .replace("ROWS", COLUMNS.unnest("i"));

    private final Transactions transactions;

    StateTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Writes states whose row has still the revision that was read.
     *
     * @param writes with a state, each of another device
     * @return how it ended for each device
     */
    Map<Long, Written> update(Collection<Write> writes) {
        Rows rows = new Rows(COLUMNS);
        writes.forEach(write -> rows.add(
                row(write.device(), write.state().orElseThrow(), write.record().createdAt())));
        Long[] devices = writes.stream().map(Write::device).toArray(Long[]::new);
        Connection connection = transactions.connection();
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            Array ids = connection.createArrayOf("int8", devices);
            statement.setArray(1, ids);
            statement.setArray(2, ids);
            rows.bind(connection, statement, 2);
            Map<Long, Written> ends = new HashMap<>();
            writes.forEach(write -> ends.put(write.device(), Written.MOVED));
            try (ResultSet others = Statements.result(statement)) {
                while (others.next()) {
                    ends.put(others.getLong(1), others.getBoolean(2) ? Written.STORED : Written.LOCKED);
                }
            }
            return ends;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static Columns columns() {
        List<Column> columns = new ArrayList<>(List.of(Column.number("device_id"), Column.number("revision")));
        columns.addAll(FactRow.COLUMNS);
        columns.add(Column.moment("seen_at"));
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
        return new Columns(List.copyOf(columns));
    }

    private static Object[] row(long device, DeviceState state, Instant seenAt) {
        List<Object> row = new ArrayList<>(COLUMNS.all().size());
        row.add(device);
        row.add(state.revision());
        FactRow.add(row, state.facts());
        row.add(seenAt.toString());
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
}
