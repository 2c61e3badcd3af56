// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.checkin.Flags;
import org.smartems.fleet.internal.checkin.StateJson;
import org.smartems.fleet.internal.device.WorkFlags;
import org.smartems.fleet.internal.log.Column;
import org.smartems.fleet.internal.log.Columns;
import org.smartems.fleet.internal.log.Rows;
import org.smartems.fleet.internal.log.Statements;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;

/** What fleet_device_state knows of answers under way. Every method needs a transaction. */
final class DeliveryTable {

    private static final Columns DONE = Columns.of(Column.number("device_id"), Column.json("delivering"));

    private static final String CLEAR =
            """
            with locked as materialized (
                select s.device_id from ROWS join fleet_device_state s on s.device_id = i.device_id
                    and s.delivering = i.delivering::jsonb
                order by s.device_id for no key update of s)
            update fleet_device_state s set delivering = null, revision = revision + 1
            from locked l where s.device_id = l.device_id"""
                    .replace("ROWS", DONE.unnest("i"));

    /**
     * A request that somebody has made meanwhile stays as it is. Whoever has removed the note has dealt with the work.
     */
    private static final String RESTORE =
            """
            update fleet_device_state set
                FLAG = case when FLAG = 0 then flag_sequence + 1 else FLAG end,
                flag_sequence = flag_sequence + case when FLAG = 0 then 1 else 0 end,
                delivering = null,
                revision = revision + 1
            where device_id = ? and delivering = ?::jsonb""";

    private final Statements statements;
    private final Jdbc jdbc;

    DeliveryTable(Transactions transactions) {
        this.statements = new Statements(transactions);
        this.jdbc = new Jdbc(transactions);
    }

    /** Answers that have left. */
    void clear(List<Note> left) {
        Rows rows = new Rows(DONE);
        left.forEach(entry -> rows.add(entry.device(), StateJson.write(entry.work())));
        statements.write(CLEAR, rows);
    }

    /** Requests work again. */
    void restore(Note lost) {
        Optional<WorkFlag> flag = Flags.of(lost.work().kind(), lost.work().slot());
        if (flag.isEmpty()) {
            return;
        }
        String sql = RESTORE.replace("FLAG", WorkFlags.column(flag.get()));
        jdbc.update(sql, lost.device(), StateJson.write(lost.work()));
    }

    /** What processes that are gone had under way, in the order of the devices. */
    List<Note> left() {
        List<Optional<Note>> rows = jdbc.list(
                """
                select device_id, delivering from fleet_device_state
                where delivering is not null and not exists (
                    select from fleet_node n where n.id = delivering ->> 'node')
                order by device_id""",
                DeliveryTable::read);
        return rows.stream().flatMap(Optional::stream).toList();
    }

    private static Optional<Note> read(ResultSet row) throws SQLException {
        long device = row.getLong(1);
        return StateJson.delivering(row.getString(2)).map(work -> new Note(device, work));
    }
}
