// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes the database large: devices and their contacts are copies of device 0 of each dialect, which has checked in.
 * Rows are inserted by sets, indexes are dropped before and built after it.
 */
final class Filling {

    private static final List<String> DEVICE_TABLES = List.of("fleet_device", "fleet_device_state");

    private final Database database;
    private int devices = 1;

    Filling(Database database) {
        this.database = database;
    }

    /** Makes it as large as a stage wants it; it never gets smaller. */
    void grow(Stage stage) throws IOException {
        quick();
        if (stage.devices() > devices) {
            growDevices(stage.devices());
        }
        if (stage.logRows() > 0) {
            new LogFilling(database, stage).grow();
        }
        database.run("vacuum (analyze) fleet_device");
        database.run("vacuum (analyze) fleet_device_state");
        database.run("checkpoint");
    }

    /** The first devices of a dialect are to get their config once. */
    void request(Dialect dialect, int number) throws IOException {
        database.run(
                "update fleet_device_state set flag_sequence = flag_sequence + 1,"
                        + " reinstall_config1 = flag_sequence + 1, revision = revision + 1"
                        + " where device_id between ? and ? or device_id = ?",
                dialect.firstId() + 1,
                dialect.firstId() + number - 1,
                sample(database, dialect));
    }

    /** What was requested and is not done is forgotten: other cases expect that there is nothing to do. */
    void withdraw(Dialect dialect) throws IOException {
        database.run(
                "update fleet_device_state set reinstall_config1 = 0, commands = '[]', command_retry_count = 0,"
                        + " last_command_critical = false, delivering = null, revision = revision + 1"
                        + " where device_type_id = (select id from fleet_device_type where name = ?)"
                        + " and (reinstall_config1 <> 0 or commands <> '[]' or delivering is not null)",
                dialect.label());
    }

    /** The id of device 0. */
    static long sample(Database database, Dialect dialect) throws IOException {
        return database.whole(
                "select d.id from fleet_device d join fleet_device_type t on t.id = d.device_type_id"
                        + " where t.name = ? and d.identifier = ?",
                dialect.label(),
                dialect.identifier(0));
    }

    private void growDevices(int number) throws IOException {
        List<String> definitions = dropIndexes();
        for (Dialect dialect : Dialect.values()) {
            long sample = sample(database, dialect);
            for (String table : DEVICE_TABLES) {
                List<String> columns = database.columns(table);
                database.run(
                        copy(table, columns, changes(table, dialect), "generate_series(?::bigint, ?::bigint) n"),
                        (long) devices,
                        (long) number - 1,
                        sample);
            }
        }
        for (String definition : definitions) {
            database.run(definition);
        }
        devices = number;
    }

    /** What waits for a row is not checked for each of them: the rows are copies of one that is right. */
    private void quick() throws IOException {
        database.run("set session_replication_role = replica");
        database.run("set synchronous_commit = off");
        database.run("set maintenance_work_mem = '512MB'");
        database.run("set client_min_messages = warning");
    }

    private List<String> dropIndexes() throws IOException {
        List<String> definitions = new ArrayList<>();
        for (String table : DEVICE_TABLES) {
            String free = " from pg_index where indrelid = cast(? as regclass) and not exists (select from"
                    + " pg_constraint where conindid = indexrelid)";
            definitions.addAll(database.texts("select pg_get_indexdef(indexrelid)" + free, table));
            for (String name : database.texts("select cast(indexrelid as regclass)" + free, table)) {
                database.run("drop index " + name);
            }
        }
        return definitions;
    }

    /** Number {@code n} stands where the sample has number 0: with seven digits, or with six in its identifier. */
    private Map<String, String> changes(String table, Dialect dialect) throws IOException {
        String key = table.equals("fleet_device") ? "id" : "device_id";
        Map<String, String> changes = new LinkedHashMap<>();
        List<String> texts = database.texts(
                "select attname from pg_attribute where attrelid = cast(? as regclass) and attnum > 0"
                        + " and atttypid in ('text'::regtype, 'varchar'::regtype)",
                table);
        for (String column : texts) {
            changes.put(
                    column,
                    "replace(replace(s." + column + ", '0000000', lpad(n::text, 7, '0')), '" + dialect.identifier(0)
                            + "', '" + dialect.identifier(0).replaceAll("0+$", "") + "' || lpad(n::text, 6, '0'))");
        }
        changes.put(key, dialect.firstId() + " + n");
        if (key.equals("id")) {
            changes.put("uuid", "gen_random_uuid()::text");
        }
        return changes;
    }

    /**
     * A statement that copies one row of a table again and again. Its last parameter is the key of that row.
     *
     * @param columns of the table, the first of which is its key
     * @param changes what a column gets instead of the value of the row {@code s}
     * @param numbers what the copies are made for
     */
    static String copy(String table, List<String> columns, Map<String, String> changes, String numbers) {
        return "insert into " + table + " (" + String.join(", ", columns) + ") select "
                + values(columns, changes) + " from " + numbers + " cross join " + table + " s where s."
                + columns.get(0) + " = ?";
    }

    static String values(List<String> columns, Map<String, String> changes) {
        return columns.stream()
                .map(column -> changes.getOrDefault(column, "s." + column))
                .collect(Collectors.joining(", "));
    }
}
