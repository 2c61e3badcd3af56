// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.partition;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.persistence.PersistenceException;
import org.smartems.fleet.internal.log.LogTable;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;

/** The partitions of a log table. Each method is a transaction of its own, so that no lock is held for long. */
final class Partitions {

    private static final String ALL =
            """
            select c.relname, pg_total_relation_size(c.oid)
            from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = cast(? as regclass) and c.relname <> ? order by c.relname""";

    private final Transactions transactions;
    private final Jdbc jdbc;

    Partitions(Transactions transactions) {
        this.transactions = transactions;
        this.jdbc = new Jdbc(transactions);
    }

    /**
     * A day's partition and what it takes.
     *
     * @param day in UTC
     * @param bytes with its indexes
     */
    record Partition(LocalDate day, long bytes) {}

    /** Oldest first, without the one for rows of no day. */
    List<Partition> all(LogTable log) {
        return transactions.call(() -> jdbc.list(
                ALL, row -> new Partition(day(log, row.getString(1)), row.getLong(2)), log.table(), rest(log)));
    }

    /** Makes a day's partition unless it is there; rows of that day that had none move into it. */
    void make(LogTable log, LocalDate day) {
        transactions.run(() -> {
            if (!exists(name(log, day))) {
                attach(log, day);
            }
        });
    }

    private void attach(LogTable log, LocalDate day) {
        String partition = name(log, day);
        String from = day + " 00:00:00+00";
        String to = day.plusDays(1) + " 00:00:00+00";
        execute("set local lock_timeout = '2s'");
        // Rows of the day may arrive while they are moved; without the lock the attaching would find them and fail.
        execute("lock table " + log.table() + " in share row exclusive mode");
        execute("create table " + partition + " (like " + log.table() + " including all)");
        execute("with moved as (delete from " + rest(log) + " where created_at >= '" + from + "' and created_at < '"
                + to + "' returning *) insert into " + partition + " select * from moved");
        execute("alter table " + log.table() + " attach partition " + partition + " for values from ('" + from
                + "') to ('" + to + "')");
    }

    /** Removes a day with all that is in it. A long reader holds up this tick, not the devices. */
    void drop(LogTable log, LocalDate day) {
        transactions.run(() -> {
            execute("set local lock_timeout = '2s'");
            execute("drop table if exists " + name(log, day));
        });
    }

    /** Removes rows of no day, which are older or newer than any partition. */
    int clearDefault(LogTable log, LocalDate before) {
        return transactions.call(() -> jdbc.update(
                "delete from " + rest(log) + " where created_at < cast(? as date) at time zone 'UTC'",
                before.toString()));
    }

    /** As {@link LogTable#partition} names it. */
    private static String name(LogTable log, LocalDate day) {
        return log.table() + "_" + DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    private static LocalDate day(LogTable log, String partition) {
        return LocalDate.parse(partition.substring(log.table().length() + 1), DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String rest(LogTable log) {
        return log.table() + "_default";
    }

    private boolean exists(String table) {
        return jdbc.first("select to_regclass(?) is not null", row -> row.getBoolean(1), table)
                .orElse(false);
    }

    private void execute(String sql) {
        try (Statement statement = transactions.connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
