// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;

/** Devices that are made at their first contact. */
public final class NewDevices {

    private static final int NAME_LENGTH = 255;
    private static final String INSERT =
            """
            insert into fleet_device (id, version, uuid, device_type_id, identifier, identifier_reported, name,
                enabled, staging, created_at, updated_at)
            select nextval('fleet_device_seq'), 1, ?, ?, ?, true, ?, false, false, ?, ?
            on conflict do nothing
            returning id""";

    private final Jdbc jdbc;

    /** In the transactions of their callers. */
    public NewDevices(Transactions transactions) {
        this.jdbc = new Jdbc(transactions);
    }

    /**
     * Makes a disabled device with an empty state, named by its identifier: with -1, -2 and so on when that name is
     * taken in the type. Needs the caller's transaction.
     *
     * @param deviceType id of the type
     * @param identifier as reported, up to 255 characters
     * @param now when it called
     * @return the id of the new device; empty when there is a device of that identifier already, also one that another
     *     transaction has just committed
     */
    public OptionalLong add(long deviceType, String identifier, Instant now) {
        for (int suffix = 0; !exists(deviceType, identifier); suffix++) {
            Optional<Long> id = insert(deviceType, identifier, name(identifier, suffix), now);
            if (id.isPresent()) {
                jdbc.update(
                        "insert into fleet_device_state (device_id, device_type_id) values (?, ?)",
                        id.get(),
                        deviceType);
                return OptionalLong.of(id.get());
            }
        }
        return OptionalLong.empty();
    }

    private boolean exists(long deviceType, String identifier) {
        String sql = "select id from fleet_device where device_type_id = ? and identifier = ? and identifier_reported";
        return jdbc.first(sql, row -> row.getLong(1), deviceType, identifier).isPresent();
    }

    private Optional<Long> insert(long deviceType, String identifier, String name, Instant now) {
        String uuid = UUID.randomUUID().toString();
        return jdbc.first(INSERT, row -> row.getLong(1), uuid, deviceType, identifier, name, now, now);
    }

    private static String name(String identifier, int suffix) {
        String end = suffix == 0 ? "" : "-" + suffix;
        return identifier.substring(0, Math.min(identifier.length(), NAME_LENGTH - end.length())) + end;
    }
}
