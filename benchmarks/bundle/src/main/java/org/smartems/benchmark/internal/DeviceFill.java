// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.persistence.Transactions;
import org.smartems.platform.accesstag.AccessTags;
import org.smartems.platform.audit.Author;

/**
 * Devices by the million, for lists: of one type, nine in ten enabled, a quarter with an access tag, with 40 firmware
 * versions, last seen within two days. Inserted by few statements, past the services, which would take an hour.
 */
@Component(service = DeviceFill.class)
public final class DeviceFill {

    private static final Author AUTHOR = Author.system("benchmark");
    private static final int AT_ONCE = 50_000;

    private static final String INSERT =
            """
            with made as (
                insert into fleet_device (id, version, uuid, device_type_id, identifier, identifier_reported, name,
                    enabled, staging, access_tags, created_at, updated_at)
                select nextval('fleet_device_seq'), 1, gen_random_uuid()::text, ?, 'LIST' || lpad(n::text, 7, '0'),
                    true, 'Device ' || lpad(n::text, 7, '0'), n % 10 <> 3, false,
                    case when n % 4 = 0 then array[?::bigint] else '{}' end, now(), now()
                from generate_series(?, ?) n
                returning id, device_type_id, identifier, right(identifier, 7)::bigint as n)
            insert into fleet_device_state (device_id, device_type_id, serial_number, model, firmware_version1, seen_at)
            select id, device_type_id, identifier, 'TK815L-EX0', '1.0.0.r' || 10400 + n * 7919 % 10007 % 40,
                now() - n * 7919 % 172800 * interval '1 second'
            from made""";

    private final DeviceTypes deviceTypes;
    private final AccessTags accessTags;
    private final Transactions transactions;

    @Activate
    public DeviceFill(
            @Reference DeviceTypes deviceTypes,
            @Reference AccessTags accessTags,
            @Reference Transactions transactions) {
        this.deviceTypes = deviceTypes;
        this.accessTags = accessTags;
        this.transactions = transactions;
    }

    /** To be called once: a benchmark has a home of its own. */
    void fill(int devices) throws SQLException {
        long type = deviceTypes.find("TK800").orElseThrow().id();
        long tag = accessTags.create(AUTHOR, "Bench");
        for (int first = 0; first < devices; first += AT_ONCE) {
            int from = first;
            int to = Math.min(first + AT_ONCE, devices) - 1;
            transactions.run(() -> insert(type, tag, from, to));
        }
    }

    private void insert(long type, long tag, int from, int to) throws SQLException {
        try (PreparedStatement statement = transactions.connection().prepareStatement(INSERT)) {
            statement.setLong(1, type);
            statement.setLong(2, tag);
            statement.setInt(3, from);
            statement.setInt(4, to);
            statement.executeUpdate();
        }
    }
}
