// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import java.util.UUID;

/** Devices by the thousand, made past the server, and kept apart from those of others on it by a mark. */
final class ManyDevices {

    private final Database database;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private ManyDevices(Database database) {
        this.database = database;
    }

    static ManyDevices of(Database database, int devices) throws Exception {
        ManyDevices made = new ManyDevices(database);
        made.insert(devices);
        return made;
    }

    private void insert(int devices) throws Exception {
        long type = database.value(Long.class, "select min(id) from fleet_device_type where enabled");
        long first = database.value(Long.class, "select coalesce(max(id), 0) + 1000000 from fleet_device");
        database.update(
                "insert into fleet_device (id, version, uuid, device_type_id, identifier, identifier_reported, name,"
                        + " enabled, staging, created_at, updated_at) select ? + n, 1, ? || n, ?, ? || n, false,"
                        + " ? || ' ' || n, true, false, now(), now() from generate_series(1, ?) n",
                first,
                mark,
                type,
                mark,
                mark,
                devices);
        database.update(
                "insert into fleet_device_state (device_id, device_type_id, serial_number) select id, device_type_id,"
                        + " identifier from fleet_device where name like ? || ' %'",
                mark);
    }

    /** What the names begin with; a blank and a number from 1 follow. */
    String mark() {
        return mark;
    }

    /** All of them, as a JSON array. */
    String ids() throws Exception {
        return database.value(
                String.class,
                "select json_agg(id order by id)::text from fleet_device where name like ? || ' %'",
                mark);
    }

    long disabled() throws Exception {
        return count("not enabled");
    }

    long all() throws Exception {
        return count("true");
    }

    private long count(String condition) throws Exception {
        return database.value(
                Long.class, "select count(*) from fleet_device where name like ? || ' %' and " + condition, mark);
    }

    void remove() throws Exception {
        database.update(
                "delete from fleet_device_state where device_id in (select id from fleet_device"
                        + " where name like ? || ' %')",
                mark);
        database.update("delete from fleet_device where name like ? || ' %'", mark);
    }
}
