// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import javax.persistence.PersistenceException;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.device.DeviceFacts;
import org.smartems.fleet.internal.device.FactColumns;
import org.smartems.fleet.internal.device.WorkFlags;
import org.smartems.fleet.internal.log.Statements;
import org.smartems.persistence.Transactions;
import org.smartems.spi.metrics.Histogram;
import org.smartems.spi.metrics.Metrics;

/** READ: one statement for all who wait. */
final class DeviceReader {

    private static final String DEVICE =
            """
            d.id, d.identifier, d.identifier_reported, d.name, d.enabled, d.variables, d.access_tags,
            case when d.staging then coalesce(t.staging_version_id, t.production_version_id)
                else t.production_version_id end as template_version,
            s.revision, s.reinstall_firmware1, s.reinstall_firmware2, s.reinstall_firmware3, s.reinstall_config1,
            s.reinstall_config2, s.reinstall_config3, s.request_diagnose_data, s.request_config_data, s.flag_sequence,
            s.delivering, s.commands, s.command_retry_count, s.last_command_critical, s.bound_credential_id,
            s.config_log, FACTS"""
                    .replace("FACTS", FactColumns.list("s"));

    private static final String BY_IDENTIFIER = Statements.GENERIC_PLANS
            + """
            select q.position, c.revision as catalogue_revision, DEVICE
            from unnest(?::int8[], ?::text[]) with ordinality q (device_type_id, identifier, position)
            cross join fleet_catalogue c
            left join fleet_device d on d.device_type_id = q.device_type_id and d.identifier = q.identifier
                and d.identifier_reported
            left join fleet_device_state s on s.device_id = d.id
            left join fleet_template t on t.id = d.template_id"""
                    .replace("DEVICE", DEVICE);

    private static final String BY_FACT =
            """
            select c.revision as catalogue_revision, DEVICE
            from fleet_device_state s
            cross join fleet_catalogue c
            join fleet_device d on d.id = s.device_id
            left join fleet_template t on t.id = d.template_id
            where s.device_type_id = ? and s.COLUMN = ? and (not d.identifier_reported or ?)
            order by d.id limit 1"""
                    .replace("DEVICE", DEVICE);

    /**
     * What was read.
     *
     * @param catalogueRevision the newest one
     * @param device when it is there
     */
    record Found(long catalogueRevision, Optional<DeviceSnapshot> device) {}

    private record Wanted(long deviceType, String identifier, CompletableFuture<Found> found) {}

    private final Transactions transactions;
    private final Batcher<Wanted> batcher;
    private final Histogram sizes = Histogram.of(1, 2, 4, 8, 16, 32, 64, 128, 256);
    /** A flood of unknown devices must not take all connections. */
    private final Semaphore rare = new Semaphore(2);

    DeviceReader(Transactions transactions, int mostAtOnce) {
        this.transactions = transactions;
        this.batcher = new Batcher<>(
                "smartems-fleet-read",
                new Batcher.Size(1, mostAtOnce, Duration.ZERO),
                (batch, next) -> true,
                this::read);
    }

    /** The device that has an identifier. */
    CompletableFuture<Found> find(long deviceType, String identifier) {
        Wanted wanted = new Wanted(deviceType, identifier, new CompletableFuture<>());
        if (!batcher.submit(wanted, false)) {
            wanted.found().completeExceptionally(Refusals.stopping());
        }
        return wanted.found();
    }

    /**
     * A device by another fact, which is rare and therefore a statement of its own.
     *
     * @param identified also one that has an identifier of its own
     */
    Found find(ByFact fact, boolean identified) {
        try {
            rare.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusals.interrupted();
        }
        try {
            return transactions.call(() -> query(fact, identified));
        } finally {
            rare.release();
        }
    }

    private Found query(ByFact fact, boolean identified) {
        String sql = BY_FACT.replace("COLUMN", FactColumns.of(fact.field()));
        try (PreparedStatement query = transactions.connection().prepareStatement(sql)) {
            query.setLong(1, fact.deviceType());
            query.setString(2, fact.value());
            query.setBoolean(3, identified);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? found(row) : new Found(0, Optional.empty());
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    void measure(Metrics metrics) {
        metrics.histogram("smartems_check_in_read_batch_size", "Reports whose devices are read at once.", sizes);
    }

    void close() {
        batcher.close();
    }

    private void read(List<Wanted> batch) {
        sizes.record(batch.size());
        try {
            List<Found> found = transactions.call(() -> query(batch));
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).found().complete(found.get(i));
            }
        } catch (RuntimeException | Error e) {
            batch.forEach(wanted -> wanted.found().completeExceptionally(e));
        }
    }

    private List<Found> query(List<Wanted> batch) {
        Long[] types = batch.stream().map(Wanted::deviceType).toArray(Long[]::new);
        String[] identifiers = batch.stream().map(Wanted::identifier).toArray(String[]::new);
        Connection connection = transactions.connection();
        try (PreparedStatement query = connection.prepareStatement(BY_IDENTIFIER)) {
            Array first = connection.createArrayOf("int8", types);
            Array second = connection.createArrayOf("text", identifiers);
            query.setArray(1, first);
            query.setArray(2, second);
            Found[] found = new Found[batch.size()];
            try (ResultSet row = Statements.result(query)) {
                while (row.next()) {
                    found[row.getInt("position") - 1] = found(row);
                }
            }
            return List.of(found);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static Found found(ResultSet row) throws SQLException {
        long revision = row.getLong("catalogue_revision");
        long id = row.getLong("id");
        if (id == 0) {
            return new Found(revision, Optional.empty());
        }
        DeviceSnapshot device = new DeviceSnapshot(
                id,
                row.getString("identifier"),
                row.getBoolean("identifier_reported"),
                row.getString("name"),
                row.getBoolean("enabled"),
                optional(row, "template_version"),
                row.getString("variables"),
                row.getString("access_tags"),
                state(row));
        return new Found(revision, Optional.of(device));
    }

    private static DeviceState state(ResultSet row) throws SQLException {
        return new DeviceState(
                row.getLong("revision"),
                DeviceFacts.read(row),
                flags(row),
                StateJson.delivering(row.getString("delivering")),
                StateJson.commands(row.getString("commands")),
                row.getInt("command_retry_count"),
                row.getBoolean("last_command_critical"),
                optional(row, "bound_credential_id"),
                StateJson.configLog(row.getString("config_log")));
    }

    private static Flags flags(ResultSet row) throws SQLException {
        long[] sequences = new long[WorkFlag.values().length];
        for (WorkFlag flag : WorkFlag.values()) {
            sequences[flag.ordinal()] = row.getLong(WorkFlags.column(flag));
        }
        return Flags.stored(sequences, row.getLong("flag_sequence"));
    }

    private static OptionalLong optional(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
