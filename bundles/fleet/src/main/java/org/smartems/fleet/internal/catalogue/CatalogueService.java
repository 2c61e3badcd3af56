// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.catalogue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.fleet.catalogue.Catalogue;
import org.smartems.fleet.catalogue.Credential;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.internal.credential.StoredCredentials;
import org.smartems.fleet.internal.device.Identification;
import org.smartems.fleet.internal.devicetype.StoredDeviceTypes;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.persistence.encryption.EncryptionException;

/** See {@link Catalogue}. Looks once a second whether another node has changed something. */
@Component(
        service = {Catalogue.class, CatalogueService.class},
        immediate = true)
public final class CatalogueService implements Catalogue {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueService.class);

    private final Transactions transactions;
    private final StoredDeviceTypes types;
    private final StoredCredentials credentials;
    private final Identification identification;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "smartems-fleet-catalogue"));
    private final AtomicLong begun = new AtomicLong();
    private long done;
    private Map<Long, Opened> opened = Map.of();
    private volatile CatalogueSnapshot current;
    private volatile boolean failing;

    /** A credential with the sealed password that it was made of. */
    private record Opened(StoredCredentials.Row row, Credential credential) {

        boolean isOf(StoredCredentials.Row other) {
            return Arrays.equals(row.password(), other.password());
        }
    }

    /** What was read in one transaction. */
    private record Rows(long revision, List<DeviceType> types, List<StoredCredentials.Row> credentials) {}

    @Activate
    public CatalogueService(
            @Reference Transactions transactions,
            @Reference StoredDeviceTypes types,
            @Reference StoredCredentials credentials,
            @Reference Identification identification) {
        this.transactions = transactions;
        this.types = types;
        this.credentials = credentials;
        this.identification = identification;
        clock.scheduleWithFixedDelay(this::refreshQuietly, 0, 1, TimeUnit.SECONDS);
    }

    /** Ends the look-outs; the last state can still be read. */
    @Deactivate
    public void stop() {
        clock.shutdownNow();
    }

    @Override
    public Snapshot snapshot() {
        CatalogueSnapshot snapshot = current;
        if (snapshot == null) {
            throw new DatabaseUnavailable("Device types and credentials have not been read yet", null);
        }
        return snapshot;
    }

    @Override
    public Snapshot refresh() {
        if (transactions.active()) {
            throw new IllegalStateException("the catalogue is not read inside a transaction");
        }
        return refresh(begun.get());
    }

    /** A read that began after the caller came serves the caller, too. */
    private synchronized Snapshot refresh(long before) {
        if (done > before) {
            return current;
        }
        long number = begun.incrementAndGet();
        read().ifPresent(rows -> current = open(rows));
        done = number;
        return current;
    }

    /** Keeps the last state when the database is away, and when it cannot be read. */
    void refreshQuietly() {
        try {
            refresh();
            failing = false;
        } catch (DatabaseUnavailable e) {
            LOG.debug("The catalogue is not read while the database is away", e);
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("Device types and credentials cannot be read; trying again every second", e);
            }
            failing = true;
        }
    }

    /** Empty when nothing has changed. */
    private Optional<Rows> read() {
        CatalogueSnapshot known = current;
        return transactions.call(() -> {
            Jdbc jdbc = new Jdbc(transactions);
            jdbc.update("set transaction isolation level repeatable read");
            long revision = jdbc.first("select revision from fleet_catalogue", row -> row.getLong(1))
                    .orElseThrow();
            if (known != null && known.revision() == revision) {
                return Optional.empty();
            }
            return Optional.of(new Rows(revision, types.catalogued(), credentials.all()));
        });
    }

    private CatalogueSnapshot open(Rows rows) {
        Map<Long, Opened> now = new HashMap<>();
        rows.credentials().forEach(row -> open(row).ifPresent(known -> now.put(row.id(), known)));
        opened = now;
        List<Credential> all = now.values().stream().map(Opened::credential).toList();
        return new CatalogueSnapshot(rows.revision(), identification, rows.types(), all);
    }

    /** Opens only what was not open before: there may be one credential for each device. */
    private Optional<Opened> open(StoredCredentials.Row row) {
        if (row.password().length == 0) {
            return Optional.empty(); // an empty password is none that opens
        }
        Opened known = opened.get(row.id());
        try {
            String password = known != null && known.isOf(row)
                    ? known.credential().password()
                    : credentials.open(row.id(), row.password());
            return Optional.of(new Opened(
                    row, new Credential(row.id(), row.username(), password, row.enabled(), row.deviceTypes())));
        } catch (EncryptionException e) {
            LOG.error("The password of the device credential {} cannot be opened: set it again", row.username(), e);
            return Optional.empty();
        }
    }
}
