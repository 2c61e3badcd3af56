// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.template;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.fleet.internal.config.ConfigSnapshot;
import org.smartems.fleet.internal.config.Generators;
import org.smartems.fleet.internal.firmware.FirmwareSnapshot;
import org.smartems.fleet.internal.update.UpdatePath;
import org.smartems.fleet.internal.update.UpdatePaths;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;

/** Template versions with their configs compiled, in memory as long as nothing changes. For many threads. */
@Component(service = TemplateSnapshots.class)
public final class TemplateSnapshots {

    private static final String CONFIGS =
            """
            select s.slot, c.id, c.version, c.generator, c.content
            from fleet_template_version v
            cross join lateral (values (1, v.config1_id), (2, v.config2_id), (3, v.config3_id)) s (slot, config_id)
            join fleet_config c on c.id = s.config_id
            where v.id = ?""";
    private static final String FIRMWARE =
            """
            select s.slot, f.id, f.firmware_version, f.md5, f.filename, f.external_url
            from fleet_template_version v
            cross join lateral (values (1, v.firmware1_id), (2, v.firmware2_id), (3, v.firmware3_id))
                s (slot, firmware_id)
            join fleet_firmware f on f.id = s.firmware_id
            where v.id = ?""";

    private static final int LIMIT = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long AGAIN_NANOS = Duration.ofSeconds(1).toNanos();

    /** As of a revision of the catalogue and a state of the generators; what may pass is good until a moment alone. */
    private record Entry(long revision, long generators, TemplateSnapshot snapshot, Optional<Long> until) {

        boolean isGood(long wanted, long changes, long now) {
            boolean isOver = until.isPresent() && now - until.get() >= 0;
            return revision >= wanted && generators >= changes && !isOver;
        }
    }

    /** A version that one thread reads for all. */
    private record Reading(CompletableFuture<Entry> entry, long since) {}

    private final Transactions transactions;
    private final Generators generators;
    private final Duration patience;
    private final LongSupplier clock;
    private final Map<Long, Entry> entries = new ConcurrentHashMap<>();
    private final Map<Long, Reading> readings = new ConcurrentHashMap<>();

    @Activate
    public TemplateSnapshots(@Reference Transactions transactions, @Reference Generators generators) {
        this(transactions, generators, PATIENCE, System::nanoTime);
    }

    TemplateSnapshots(Transactions transactions, Generators generators, Duration patience, LongSupplier clock) {
        this.transactions = transactions;
        this.generators = generators;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * A template version as of a revision of the catalogue, or a newer one. Asks the database only when a version is
     * wanted for the first time in a revision. Not to be called inside a transaction, which others do not see.
     *
     * <p>What it is made of is kept until it changes; that a generator could not be asked is looked at again after a
     * second.
     *
     * @param versionId of the template version; one that is gone hands out nothing
     * @param revision of the catalogue that the caller goes by
     * @throws org.smartems.persistence.DatabaseUnavailable while the database is away and must be asked
     * @throws PlatformException UNAVAILABLE when another thread has been reading it for too long
     */
    public TemplateSnapshot get(long versionId, long revision) {
        if (transactions.active()) {
            throw new IllegalStateException("template snapshots are not read inside a transaction");
        }
        long changes = generators.changes();
        Entry entry = entries.get(versionId);
        while (entry == null || !entry.isGood(revision, changes, clock.getAsLong())) {
            Reading mine = new Reading(new CompletableFuture<>(), clock.getAsLong());
            Reading other = readings.putIfAbsent(versionId, mine);
            entry = other == null ? read(versionId, revision, mine) : await(other);
        }
        return entry.snapshot();
    }

    private Entry read(long versionId, long revision, Reading mine) {
        try {
            forgetOld(revision);
            long changes = generators.changes();
            Entry known = entries.get(versionId);
            Entry entry = known != null && known.isGood(revision, changes, clock.getAsLong())
                    ? known
                    : entry(revision, changes, load(versionId, known, changes));
            entries.put(versionId, entry);
            mine.entry().complete(entry);
            return entry;
        } catch (RuntimeException | Error e) {
            mine.entry().completeExceptionally(e);
            throw e;
        } finally {
            readings.remove(versionId, mine);
        }
    }

    private Entry entry(long revision, long changes, TemplateSnapshot snapshot) {
        Optional<Long> until = snapshot.isPassing() ? Optional.of(clock.getAsLong() + AGAIN_NANOS) : Optional.empty();
        return new Entry(revision, changes, snapshot, until);
    }

    /** Nobody waits for one that takes long: its generator may be stuck, and other types have devices, too. */
    private Entry await(Reading other) {
        long left = Math.max(0, other.since() + patience.toNanos() - clock.getAsLong());
        try {
            return other.entry().get(left, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new PlatformException(
                    ErrorCategory.UNAVAILABLE, "templateSlow", "The template takes too long; try again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException(
                    ErrorCategory.UNAVAILABLE, "interrupted", "The call took too long; try again", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Versions that nobody asks for any more would stay for ever. */
    private void forgetOld(long revision) {
        if (entries.size() >= LIMIT) {
            entries.values().removeIf(entry -> entry.revision() < revision);
        }
    }

    private TemplateSnapshot load(long versionId, Entry known, long changes) {
        Map<Integer, ConfigSnapshot.Source> sources = new TreeMap<>();
        Map<Integer, FirmwareSnapshot> firmware = new TreeMap<>();
        Map<Integer, UpdatePath> paths = new TreeMap<>();
        transactions.run(() -> {
            Jdbc jdbc = new Jdbc(transactions);
            jdbc.list(CONFIGS, row -> Map.entry(row.getInt("slot"), source(row)), versionId)
                    .forEach(entry -> sources.put(entry.getKey(), entry.getValue()));
            jdbc.list(FIRMWARE, row -> Map.entry(row.getInt("slot"), UpdatePaths.firmware(row)), versionId)
                    .forEach(entry -> firmware.put(entry.getKey(), entry.getValue()));
            paths.putAll(UpdatePaths.read(jdbc, versionId));
        });
        boolean reuse = known != null && known.generators() == changes;
        Map<Integer, ConfigSnapshot> configs = new TreeMap<>();
        sources.forEach((slot, source) -> configs.put(
                slot,
                Optional.ofNullable(reuse ? known.snapshot().configs().get(slot) : null)
                        .filter(config -> config.isOf(source) && !config.isPassing())
                        .orElseGet(() -> ConfigSnapshot.of(source, generators))));
        return new TemplateSnapshot(versionId, configs, firmware, paths);
    }

    private static ConfigSnapshot.Source source(ResultSet row) throws SQLException {
        return new ConfigSnapshot.Source(
                row.getLong("id"), row.getInt("version"), row.getString("generator"), row.getString("content"));
    }
}
