// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.PersistenceException;
import org.smartems.fleet.internal.checkin.Write.Written;
import org.smartems.fleet.internal.log.Columns;
import org.smartems.fleet.internal.log.Rows;
import org.smartems.fleet.internal.log.Statements;
import org.smartems.persistence.Transactions;

/**
 * Writes fleet_device_state, many rows at a time.
 *
 * <p>Most reports change a few columns only; to send, read and compare all of them costs the database twice as much.
 */
final class StateTable {

    /** For whatever else the transaction has to wait for. */
    private static final String LOCKS = "set local lock_timeout = '2s';";

    /** A row that somebody holds is left out: one device must not keep the others of its batch waiting. */
    private static final String FRAME = Statements.GENERIC_PLANS
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
            select device_id, true from written union all select unnest(ids), false from held""";

    /** Of a report with nothing new. */
    private static final String UPDATE = update(StateColumns.MOVING);

    private static final Form ALL = new Form(StateColumns.ALL, update(StateColumns.ALL), StateColumns::all);
    private static final Form MOVING = new Form(StateColumns.MOVING, UPDATE, StateColumns::moving);

    private final Transactions transactions;

    /** How much of a state is written. */
    private record Form(Columns columns, String sql, Function<Write, Object[]> row) {}

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
        Map<Long, Written> ends = new HashMap<>();
        writes.forEach(write -> ends.put(write.device(), Written.MOVED));
        writes.stream().collect(Collectors.partitioningBy(Write::movesOnly)).forEach((moves, some) -> {
            if (!some.isEmpty()) {
                update(moves ? MOVING : ALL, some, ends);
            }
        });
        return ends;
    }

    private static String update(Columns columns) {
        return FRAME.replace("ASSIGNMENTS", columns.assignments(StateColumns.KEYS))
                .replace("ROWS", columns.unnest("i"));
    }

    private void update(Form form, List<Write> writes, Map<Long, Written> ends) {
        Rows rows = new Rows(form.columns());
        writes.forEach(write -> rows.add(form.row().apply(write)));
        Long[] devices = writes.stream().map(Write::device).toArray(Long[]::new);
        Connection connection = transactions.connection();
        try (PreparedStatement statement = connection.prepareStatement(form.sql())) {
            Array ids = connection.createArrayOf("int8", devices);
            statement.setArray(1, ids);
            statement.setArray(2, ids);
            rows.bind(connection, statement, 2);
            try (ResultSet others = Statements.result(statement)) {
                while (others.next()) {
                    ends.put(others.getLong(1), others.getBoolean(2) ? Written.STORED : Written.LOCKED);
                }
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
