// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import javax.persistence.PersistenceException;
import org.smartems.fleet.internal.checkin.Write.Arrival;
import org.smartems.fleet.internal.checkin.Write.Written;
import org.smartems.fleet.internal.device.FactColumns;
import org.smartems.fleet.internal.device.NewDevices;
import org.smartems.fleet.internal.log.LogIds;
import org.smartems.fleet.internal.log.ParameterJson;
import org.smartems.fleet.internal.log.Statements;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.LogLevel;

/**
 * Devices that take an identity: new ones, those that get their identifier now, and those that take a value from
 * another device. All in the transaction of the contact; of a device type one at a time, in all processes.
 */
final class Arrivals {

    /** What tells that a device has lost a value, by its field. */
    private static final Map<DeviceField, String> LOST = Map.of(
            DeviceField.IMSI, "routerInvalidatedImsiChanged",
            DeviceField.SERIAL_NUMBER, "routerInvalidatedSerialChanged");

    /** The first of the two numbers of our advisory locks; the second one is the device type. */
    private static final int LOCK = 0x466C6565;

    /** While somebody holds a type or a device for longer, the threads that write serve the others. */
    private static final String LOCKS = "set local lock_timeout = '100ms'";

    private final Transactions transactions;
    private final Jdbc jdbc;
    private final NewDevices newDevices;
    private final Statements statements;
    private final LogIds ids;
    private final IntSupplier mostNewDevices;

    /** Nothing is to be stored, and the contact ends that way. */
    static final class Ended extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Written how;

        Ended(Written how) {
            super(how.name(), null, false, false);
            this.how = how;
        }

        Written how() {
            return how;
        }
    }

    private record Loser(ContactRows.Owner owner, DeviceField field, boolean losesIdentifier) {

        long device() {
            return owner.device();
        }
    }

    Arrivals(Transactions transactions, LogIds ids, IntSupplier mostNewDevices) {
        this.transactions = transactions;
        this.jdbc = new Jdbc(transactions);
        this.newDevices = new NewDevices(transactions);
        this.statements = new Statements(transactions);
        this.ids = ids;
        this.mostNewDevices = mostNewDevices;
    }

    /**
     * Does what must be done before the state of the device is written.
     *
     * @return the write with the id of its device
     * @throws Ended when nothing is to be stored
     */
    Write prepare(Write write) {
        Arrival arrival = write.arrival().orElseThrow();
        long type = write.record().deviceType();
        jdbc.update(LOCKS);
        jdbc.first("select pg_advisory_xact_lock(?, ?)", row -> true, LOCK, (int) type);
        Write known = write;
        if (write.device() == 0) {
            known = write.of(create(write, arrival));
        } else if (arrival.takesIdentifier()) {
            takeIdentifier(write.device(), type, arrival.identifier());
        }
        if (!arrival.claims().isEmpty()) {
            claim(known, arrival);
        }
        return known;
    }

    private long create(Write write, Arrival arrival) {
        CheckInRecord record = write.record();
        arrival.fallback().ifPresent(this::requireNone);
        count(record);
        OptionalLong id = newDevices.add(record.deviceType(), arrival.identifier(), record.createdAt());
        if (id.isEmpty()) {
            throw new Ended(Written.MOVED);
        }
        if (arrival.fallback().isPresent()) {
            jdbc.update("update fleet_device set identifier_reported = false where id = ?", id.getAsLong());
        }
        return id.getAsLong();
    }

    /** A device without a value in its identifying field is told by another one, for which there is no constraint. */
    private void requireNone(ByFact fact) {
        String sql = "select device_id from fleet_device_state where device_type_id = ? and COLUMN = ?"
                .replace("COLUMN", FactColumns.of(fact.field()));
        if (jdbc.first(sql, row -> true, fact.deviceType(), fact.value()).isPresent()) {
            throw new Ended(Written.MOVED);
        }
    }

    private void count(CheckInRecord record) {
        int most = mostNewDevices.getAsInt();
        if (most == 0) {
            return;
        }
        Instant hour = record.createdAt().truncatedTo(ChronoUnit.HOURS);
        String sql =
                """
                insert into fleet_new_devices as n (credential_id, hour, amount) values (?, ?, 1)
                on conflict (credential_id, hour) do update set amount = n.amount + 1 where n.amount < ?""";
        if (jdbc.update(sql, record.credential().orElse(0), hour, most) == 0) {
            throw new Ended(Written.TOO_MANY_NEW_DEVICES);
        }
    }

    private void takeIdentifier(long device, long type, String identifier) {
        String sql =
                """
                update fleet_device set identifier = ?, identifier_reported = true, version = version + 1
                where id = ? and device_type_id = ? and not identifier_reported and not exists (
                    select from fleet_device o
                    where o.device_type_id = ? and o.identifier = ? and o.identifier_reported)""";
        if (jdbc.update(sql, identifier, device, type, type, identifier) == 0) {
            throw new Ended(Written.MOVED);
        }
    }

    private void claim(Write write, Arrival arrival) {
        List<Loser> losers = new ArrayList<>();
        // by field, so that two processes ask in the same order
        new TreeMap<>(arrival.claims()).forEach((field, value) -> losers.addAll(losers(write, field, value)));
        if (losers.isEmpty()) {
            return;
        }
        lock(write.device(), losers);
        for (Loser loser : losers) {
            lose(write, arrival, loser);
        }
    }

    private List<Loser> losers(Write write, DeviceField field, String value) {
        String sql =
                """
                select s.device_id, d.access_tags, d.identifier_reported and d.identifier = ?
                from fleet_device_state s join fleet_device d on d.id = s.device_id
                where s.device_type_id = ? and s.COLUMN = ? and s.device_id <> ?"""
                        .replace("COLUMN", FactColumns.of(field));
        return jdbc.list(
                sql,
                row -> new Loser(new ContactRows.Owner(row.getLong(1), row.getString(2)), field, row.getBoolean(3)),
                value,
                write.record().deviceType(),
                value,
                write.device());
    }

    private void lock(long own, List<Loser> losers) {
        List<Long> devices = new ArrayList<>(losers.stream().map(Loser::device).toList());
        devices.add(own);
        try {
            Array all = transactions.connection().createArrayOf("int8", devices.toArray());
            jdbc.list(
                    "select 1 from fleet_device_state where device_id = any (?) order by device_id for no key update",
                    row -> 1,
                    all);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private void lose(Write write, Arrival arrival, Loser loser) {
        String value = arrival.claims().get(loser.field());
        String sql =
                """
                update fleet_device_state set COLUMN = null, revision = revision + 1
                where device_id = ? and COLUMN = ?"""
                        .replace("COLUMN", FactColumns.of(loser.field()));
        if (jdbc.update(sql, loser.device(), value) == 0) {
            return; // it has reported another value since it was found
        }
        List<SealedLine> lines = new ArrayList<>();
        Map<String, Object> parameters = Map.of(
                "deviceName",
                arrival.deviceName(),
                "identifier",
                arrival.identifier(),
                loser.field().id(),
                value);
        String told = LOST.getOrDefault(loser.field(), "routerInvalidatedLostIdentifier");
        lines.add(line(LogLevel.WARNING, told, parameters));
        if (loser.losesIdentifier() && isIdentifierTaken(loser, value)) {
            lines.add(line(LogLevel.CRITICAL, "routerInvalidatedLostIdentifier", parameters));
        }
        ContactRows.write(statements, write.record(), loser.owner(), lines);
    }

    private boolean isIdentifierTaken(Loser loser, String value) {
        String sql =
                """
                update fleet_device set identifier = name, identifier_reported = false, version = version + 1
                where id = ? and identifier = ? and identifier_reported""";
        return jdbc.update(sql, loser.device(), value) > 0;
    }

    private SealedLine line(LogLevel level, String messageId, Map<String, Object> parameters) {
        return new SealedLine(ids.next(), level.ordinal(), messageId, ParameterJson.of(parameters), null);
    }
}
