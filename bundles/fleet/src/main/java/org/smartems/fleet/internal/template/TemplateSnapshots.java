// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.template;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
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

    /** As of a revision of the catalogue and a state of the generators. */
    private record Entry(long revision, long generators, TemplateSnapshot snapshot) {

        boolean isGood(long wanted, long changes) {
            return revision >= wanted && generators == changes;
        }
    }

    private final Transactions transactions;
    private final Generators generators;
    private final Map<Long, Entry> entries = new ConcurrentHashMap<>();

    @Activate
    public TemplateSnapshots(@Reference Transactions transactions, @Reference Generators generators) {
        this.transactions = transactions;
        this.generators = generators;
    }

    /**
     * A template version as of a revision of the catalogue, or a newer one. Asks the database only when a version is
     * wanted for the first time in a revision. Not to be called inside a transaction, which others do not see.
     *
     * @param versionId of the template version; one that is gone hands out nothing
     * @param revision of the catalogue that the caller goes by
     * @throws org.smartems.persistence.DatabaseUnavailable while the database is away and must be asked
     */
    public TemplateSnapshot get(long versionId, long revision) {
        if (transactions.active()) {
            throw new IllegalStateException("template snapshots are not read inside a transaction");
        }
        long changes = generators.changes();
        Entry entry = entries.get(versionId);
        if (entry == null || !entry.isGood(revision, changes)) {
            forgetOld(revision);
            entry = entries.compute(
                    versionId,
                    (id, known) -> known != null && known.isGood(revision, changes)
                            ? known
                            : new Entry(revision, changes, load(id, known, changes)));
        }
        return entry.snapshot();
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
                        .filter(config -> config.isOf(source))
                        .orElseGet(() -> ConfigSnapshot.of(source, generators))));
        return new TemplateSnapshot(versionId, configs, firmware, paths);
    }

    private static ConfigSnapshot.Source source(ResultSet row) throws SQLException {
        return new ConfigSnapshot.Source(
                row.getLong("id"), row.getInt("version"), row.getString("generator"), row.getString("content"));
    }
}
