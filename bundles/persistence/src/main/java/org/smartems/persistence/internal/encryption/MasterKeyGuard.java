// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.encryption;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.persistence.encryption.Encryption;
import org.smartems.persistence.encryption.EncryptionException;
import org.smartems.spi.health.Health;

/**
 * Lets nobody touch the data before the master key of this server is known to be the one of the database. All but
 * {@link #health} belongs to one thread at a time.
 */
public final class MasterKeyGuard {

    private static final Logger LOG = LoggerFactory.getLogger(MasterKeyGuard.class);
    private static final long AGAIN_NANOS = 5_000_000_000L;

    private final MasterKeyFile file;
    private final KeyTables tables;
    private final Function<Encryption, Runnable> publisher;
    private final LongSupplier nanoTime;

    private volatile Health health = Health.down("waiting for the database");
    private boolean passed;
    private long refusedAt;
    private String refusal = "";
    private Runnable withdrawal = () -> {};

    /** The publisher registers the service and returns what takes it back. */
    public MasterKeyGuard(
            Path file, ConnectionSource connections, Function<Encryption, Runnable> publisher, LongSupplier nanoTime) {
        this.file = new MasterKeyFile(file);
        this.tables = new KeyTables(connections);
        this.publisher = publisher;
        this.nanoTime = nanoTime;
    }

    /** The health check of name "encryption". */
    public Health health() {
        return health;
    }

    /** Whether the key is the right one; a wrong one is looked at again every five seconds. */
    public boolean passes() {
        boolean soon = !refusal.isEmpty() && nanoTime.getAsLong() - refusedAt < AGAIN_NANOS;
        if (!passed && !soon) {
            check();
        }
        return passed;
    }

    /** The database is another one from now on, or this server stops. */
    public void reset() {
        withdrawal.run();
        withdrawal = () -> {};
        passed = false;
        refusal = "";
        health = Health.down("waiting for the database");
    }

    private void check() {
        try {
            MasterKey master = proven();
            DataKeys keys = new DataKeys(master, tables);
            keys.load();
            withdrawal = publisher.apply(new EncryptionService(master, keys));
            passed = true;
            refusal = "";
            health = Health.up();
        } catch (KeyRefused e) {
            refused(e.summary(), e);
        } catch (EncryptionException e) {
            refused("a data key cannot be unwrapped, see the log", e);
        } catch (SQLException | DatabaseUnavailable e) {
            health = Health.down("waiting for the database");
        }
    }

    private MasterKey proven() throws SQLException, KeyRefused {
        Optional<String> stored = tables.fingerprint();
        MasterKey key = stored.isPresent() ? existing(stored.get()) : existingOrNew();
        String expected = tables.fingerprintOrElse(key.fingerprint());
        if (!expected.equals(key.fingerprint())) {
            throw new KeyRefused(
                    "this database was encrypted with the master key of fingerprint " + expected
                            + ", but the master key file holds the one of fingerprint " + key.fingerprint(),
                    "put the right file in place of " + file.path()
                            + ", from a backup or from another node: all nodes of one database share the key");
        }
        return key;
    }

    private MasterKey existing(String fingerprint) throws KeyRefused {
        return file.read()
                .orElseThrow(() -> new KeyRefused(
                        "the master key file is missing; restore it from a backup: this database was encrypted with"
                                + " the key of fingerprint " + fingerprint,
                        file.path().toString()));
    }

    private MasterKey existingOrNew() throws KeyRefused {
        Optional<MasterKey> present = file.read();
        if (present.isPresent()) {
            return present.get();
        }
        MasterKey made = file.create();
        LOG.info(
                "made the master key {} of fingerprint {}: back it up, the data is lost without it",
                file.path(),
                made.fingerprint());
        return made;
    }

    private void refused(String summary, Exception e) {
        refusedAt = nanoTime.getAsLong();
        if (!e.getMessage().equals(refusal)) {
            LOG.error("no data is used: {}", e.getMessage());
        }
        refusal = e.getMessage();
        health = Health.down(summary);
    }
}
