// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fills the logs of this day with contacts, as if all devices had called again and again since midnight (UTC). All of
 * them are in the partition into which check-ins write, whose indexes are what a check-in pays for.
 */
final class LogFilling {

    private static final List<String> LOGS = List.of("fleet_check_in", "fleet_communication_log");
    private static final int BLOCK = 10_000;
    /** Neighbours in time are other devices. */
    private static final int STRIDE = 7919;

    private final Database database;
    private final Stage stage;
    private final LocalDate day = LocalDate.now(ZoneOffset.UTC);

    LogFilling(Database database, Stage stage) {
        this.database = database;
        this.stage = stage;
    }

    void grow() throws IOException {
        long missing = stage.logRows() - here();
        if (missing <= 0) {
            return;
        }
        for (Dialect dialect : Dialect.values()) {
            takeSample(dialect);
        }
        for (String log : LOGS) {
            detach(log);
        }
        for (Dialect dialect : Dialect.values()) {
            contacts(dialect, missing / Dialect.values().length);
        }
        for (String log : LOGS) {
            database.run("alter table " + log + " attach partition " + partition(log) + bounds());
            database.run("vacuum (analyze, freeze) " + partition(log));
        }
    }

    private long here() throws IOException {
        long rows = 0;
        for (String log : LOGS) {
            rows += database.whole("select count(*) from " + log);
        }
        return rows;
    }

    /** The rows of the last contact of device 0. */
    private void takeSample(Dialect dialect) throws IOException {
        long device = Filling.sample(database, dialect);
        long contact = database.whole(
                "select id from fleet_check_in where device_id = ? order by created_at desc limit 1", device);
        database.run("create temporary table " + sample(dialect, "fleet_check_in")
                + " as select * from fleet_check_in where id = " + contact);
        database.run("create temporary table " + sample(dialect, "fleet_communication_log")
                + " as select * from fleet_communication_log where check_in_id = " + contact + " order by id");
    }

    /** Attached again, the partition gets all indexes built at once. */
    private void detach(String log) throws IOException {
        database.run("alter table " + log + " detach partition " + partition(log));
        String of = " where conrelid = cast(? as regclass) and contype = 'p'";
        for (String name : database.texts("select conname from pg_constraint" + of, partition(log))) {
            database.run("alter table " + partition(log) + " drop constraint " + name);
        }
        String indexes = "select cast(indexrelid as regclass) from pg_index where indrelid = cast(? as regclass)";
        for (String name : database.texts(indexes, partition(log))) {
            database.run("drop index " + name);
        }
    }

    private void contacts(Dialect dialect, long rows) throws IOException {
        long lines = database.whole("select count(*) from " + sample(dialect, "fleet_communication_log"));
        long contacts = Math.max(1, rows / (lines + 1));
        long first = ids(contacts * (lines + 1));
        insert(dialect, "fleet_check_in", contacts, Map.of("id", first + " + n * " + (lines + 1)));
        insert(
                dialect,
                "fleet_communication_log",
                contacts,
                Map.of(
                        "id",
                        first + " + n * " + (lines + 1) + " + s.number",
                        "check_in_id",
                        first + " + n * " + (lines + 1)));
    }

    private void insert(Dialect dialect, String log, long contacts, Map<String, String> ids) throws IOException {
        Map<String, String> changes = new LinkedHashMap<>(ids);
        changes.put("device_id", dialect.firstId() + " + 1 + n * " + STRIDE + " % " + Math.max(1, stage.devices() - 1));
        changes.put(
                "created_at",
                "cast('" + day + " 00:00:00+00' as timestamptz) + n * " + "(now() - cast('" + day
                        + " 00:00:00+00' as timestamptz)) / " + contacts);
        List<String> columns = database.columns(log);
        database.run("insert into " + partition(log) + " (" + String.join(", ", columns) + ") select "
                + Filling.values(columns, changes) + " from generate_series(0::bigint, " + (contacts - 1)
                + "::bigint) n cross join (select *, row_number() over (order by id) as number from "
                + sample(dialect, log) + ") s");
    }

    /** The first of as many ids as are needed: the server gives out blocks after them. */
    private long ids(long number) throws IOException {
        long blocks = number / BLOCK + 2;
        long last = database.whole("select setval('fleet_log_block_seq', nextval('fleet_log_block_seq') + ?)", blocks);
        return (last - blocks + 1) * BLOCK;
    }

    private static String sample(Dialect dialect, String log) {
        return "bench_" + dialect.id().replace('-', '_') + "_" + log;
    }

    private String partition(String log) {
        return log + "_" + DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).format(day);
    }

    private String bounds() {
        return " for values from ('" + day + " 00:00:00+00') to ('" + day.plusDays(1) + " 00:00:00+00')";
    }
}
