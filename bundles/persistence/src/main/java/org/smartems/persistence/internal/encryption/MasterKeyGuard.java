// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.encryption;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.persistence.Transactions;
import org.smartems.persistence.encryption.Encryption;
import org.smartems.persistence.encryption.EncryptionException;
import org.smartems.persistence.encryption.EncryptionKeys;
import org.smartems.spi.health.Health;

/**
 * Lets nobody touch the data before the master key of this server is known to be the one of the database, nor after
 * another node has rotated it, until this server has the new one. All but {@link #health} and {@link #keys} belongs to
 * one thread at a time: services come and go in it, which must wait for no other thread.
 */
public final class MasterKeyGuard {

    private static final Logger LOG = LoggerFactory.getLogger(MasterKeyGuard.class);
    private static final long AGAIN_NANOS = 5_000_000_000L;
    private static final long LOOK_NANOS = 30_000_000_000L;

    private final MasterKeys masters;
    private final KeyTables tables;
    private final Function<Encryption, Runnable> publisher;
    private final LongSupplier nanoTime;

    private volatile Health health = Health.down("waiting for the database");
    private volatile boolean doubted;
    private volatile DataKeys keys;
    private boolean passed;
    private byte[] published = {};
    private long lookedAt;
    private String refusal = "";
    private Runnable withdrawal = () -> {};

    /** The publisher registers the service and returns what takes it back. */
    public MasterKeyGuard(
            Path file, ConnectionSource connections, Function<Encryption, Runnable> publisher, LongSupplier nanoTime) {
        this.tables = new KeyTables(connections);
        this.masters = new MasterKeys(new MasterKeyFile(file), tables);
        this.publisher = publisher;
        this.nanoTime = nanoTime;
    }

    /** The health check of name "encryption". */
    public Health health() {
        return health;
    }

    /** The keys of the service that is published; to be used only while it is. */
    public EncryptionKeys keys(Transactions transactions) {
        return new StoredKeys(masters.file(), transactions, () -> keys, this::settle);
    }

    /**
     * Whether the key is the right one. A wrong one is looked at again every five seconds, a right one every thirty
     * seconds and when it does not open what it should.
     */
    public boolean passes() {
        long since = nanoTime.getAsLong() - lookedAt;
        if (passed && (doubted || since >= LOOK_NANOS)) {
            look();
        } else if (!passed && (refusal.isEmpty() || since >= AGAIN_NANOS)) {
            check();
        }
        return passed;
    }

    /** The database is another one from now on, or this server stops. */
    public void reset() {
        withdraw();
        refusal = "";
        health = Health.down("waiting for the database");
    }

    private void check() {
        try {
            DataKeys found = new DataKeys(masters.proven(), tables, this::renewed);
            found.load();
            publish(found);
            passed = true;
            refusal = "";
            lookedAt = nanoTime.getAsLong();
            health = Health.up();
        } catch (KeyRefused e) {
            refused(e.summary(), e);
        } catch (EncryptionException e) {
            refused("a data key cannot be unwrapped, see the log", e);
        } catch (SQLException | DatabaseUnavailable e) {
            health = Health.down("waiting for the database");
        }
    }

    /** Another node may have rotated keys. An outage changes nothing: most likely the same database comes back. */
    private void look() {
        doubted = false;
        lookedAt = nanoTime.getAsLong();
        try {
            refresh();
            if (!Arrays.equals(published, keys.derivation())) {
                LOG.info("the derived keys were replaced: what was handed out before is refused");
                withdrawal.run();
                publish(keys);
            }
        } catch (KeyRefused e) {
            withdraw();
            refused(e.summary(), e);
        } catch (EncryptionException e) {
            withdraw();
            refused("a data key cannot be unwrapped, see the log", e);
        } catch (SQLException | DatabaseUnavailable e) {
            LOG.debug("the keys are looked at later", e);
        }
    }

    private void refresh() throws SQLException, KeyRefused {
        Optional<String> stored = tables.fingerprint();
        if (stored.isPresent() && !stored.get().equals(keys.master().fingerprint())) {
            keys.use(masters.proven());
        }
        keys.load();
    }

    /** Replaced derived keys wait for {@link #passes}: who calls this may be one of those that end with the service. */
    private void settle() {
        doubted = true;
        try {
            refresh();
        } catch (KeyRefused | EncryptionException | SQLException | DatabaseUnavailable e) {
            LOG.debug("the keys are looked at later", e);
        }
    }

    /** Called by whoever uses a key, while another thread may be in here. */
    private MasterKey renewed() throws SQLException {
        doubted = true;
        try {
            return masters.proven();
        } catch (KeyRefused e) {
            throw new EncryptionException("The master key was rotated: this server has the former one", e);
        }
    }

    private void publish(DataKeys found) {
        keys = found;
        published = found.derivation();
        withdrawal = publisher.apply(new EncryptionService(found));
    }

    private void withdraw() {
        withdrawal.run();
        withdrawal = () -> {};
        passed = false;
    }

    private void refused(String summary, Exception e) {
        lookedAt = nanoTime.getAsLong();
        if (!e.getMessage().equals(refusal)) {
            LOG.error("no data is used: {}", e.getMessage());
        }
        refusal = e.getMessage();
        health = Health.down(summary);
    }
}
