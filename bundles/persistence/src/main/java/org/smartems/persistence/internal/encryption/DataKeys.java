// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.persistence.encryption.EncryptionException;
import org.smartems.persistence.internal.encryption.KeyTables.Wrapped;

/** The data keys, unwrapped in memory. */
final class DataKeys {

    /** A key ready for use. */
    record DataKey(long id, SecretKey key) {}

    /** Tells which master key the database asks for now. */
    @FunctionalInterface
    interface Renewal {
        /** Throws {@link EncryptionException} when this server does not have it. */
        MasterKey renewed() throws SQLException;
    }

    /** What asks the database, and may be asked again with another master key. */
    @FunctionalInterface
    private interface Stored<T> {
        T get(MasterKey master) throws SQLException;
    }

    /** The purpose of the key that derived keys come from; no table is called so. */
    static final String DERIVED = "derived keys";

    private static final int BYTES = 32;

    private final KeyTables tables;
    private final Renewal renewal;
    private final Map<Long, DataKey> byId = new ConcurrentHashMap<>();
    private final Map<String, DataKey> newest = new ConcurrentHashMap<>();
    private final Map<String, Object> making = new ConcurrentHashMap<>();
    private volatile MasterKey master;
    private volatile byte[] derivation;

    DataKeys(MasterKey master, KeyTables tables, Renewal renewal) {
        this.master = master;
        this.tables = tables;
        this.renewal = renewal;
        this.derivation = master.extracted();
    }

    /** The one that wraps. */
    MasterKey master() {
        return master;
    }

    /** The data keys stay what they are: only their wrapping is another one. */
    void use(MasterKey proven) {
        master = proven;
    }

    /**
     * Fetches all keys, so that normal work needs no query for them. Ids do not tell what is new: one that is known may
     * have been met before others that are older.
     */
    void load() throws SQLException {
        stored(wrapping -> {
            for (Wrapped wrapped : tables.all()) {
                learn(wrapped.purpose(), remember(wrapped, wrapping));
            }
            return true;
        });
        DataKey derived = newest.get(DERIVED);
        if (derived != null) {
            derivation = derived.key().getEncoded();
        }
    }

    /** The key that seals; made when there is none yet. */
    DataKey forSealing(String purpose) {
        DataKey known = newest.get(purpose);
        if (known != null) {
            return known;
        }
        // one at a time for each purpose; a second key made by another node does no harm
        synchronized (making.computeIfAbsent(purpose, any -> new Object())) {
            DataKey meanwhile = newest.get(purpose);
            return meanwhile != null ? meanwhile : learn(purpose, storedOrNew(purpose));
        }
    }

    /** The key that opens, or empty when nobody knows it. */
    Optional<DataKey> forOpening(long id) {
        DataKey known = byId.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            // made by another node, which seals with it
            return stored(wrapping -> tables.byId(id).map(wrapped -> {
                DataKey found = remember(wrapped, wrapping);
                learn(wrapped.purpose(), found);
                return found;
            }));
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /** What derived keys come from: the master key, until its first rotation stores what it was. */
    byte[] derivation() {
        return derivation;
    }

    /** Wraps new key material; refused when the master key is no longer the one of the database. */
    static Wrapped make(KeyTables tables, MasterKey master, String purpose) throws SQLException {
        byte[] material = new byte[BYTES];
        new SecureRandom().nextBytes(material);
        Wrapped wrapped = wrap(master, tables.nextId(), purpose, material);
        Arrays.fill(material, (byte) 0);
        if (!tables.insert(wrapped, master.fingerprint())) {
            throw new EncryptionException("The master key was rotated: this server has the former one", null);
        }
        return wrapped;
    }

    static Wrapped wrap(MasterKey master, long id, String purpose, byte[] material) {
        return new Wrapped(id, purpose, Gcm.seal(master.key(), material, label(purpose, id)));
    }

    static byte[] unwrap(MasterKey master, Wrapped wrapped) {
        try {
            return Gcm.open(master.key(), wrapped.wrapped(), label(wrapped.purpose(), wrapped.id()));
        } catch (AEADBadTagException e) {
            throw new EncryptionException(
                    "Data key " + wrapped.id() + " of " + wrapped.purpose()
                            + " was changed, or is wrapped by another master key",
                    e);
        }
    }

    private DataKey storedOrNew(String purpose) {
        try {
            return stored(wrapping -> {
                Optional<Wrapped> newestStored = tables.newest(purpose);
                return remember(
                        newestStored.isPresent() ? newestStored.get() : make(tables, wrapping, purpose), wrapping);
            });
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /** Once more with another master key when the known one does not fit any more. */
    private <T> T stored(Stored<T> query) throws SQLException {
        while (true) {
            MasterKey tried = master;
            try {
                return query.get(tried);
            } catch (EncryptionException e) {
                MasterKey renewed = renewal.renewed();
                if (renewed.fingerprint().equals(tried.fingerprint())) {
                    throw e;
                }
                master = renewed;
            }
        }
    }

    private DataKey learn(String purpose, DataKey found) {
        return newest.merge(purpose, found, (known, other) -> known.id() > other.id() ? known : other);
    }

    private DataKey remember(Wrapped wrapped, MasterKey wrapping) {
        return byId.computeIfAbsent(
                wrapped.id(), id -> new DataKey(id, new SecretKeySpec(unwrap(wrapping, wrapped), "AES")));
    }

    private static byte[] label(String purpose, long id) {
        byte[] text = purpose.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + text.length)
                .putLong(id)
                .put(text)
                .array();
    }

    private static DatabaseUnavailable unavailable(SQLException e) {
        return new DatabaseUnavailable("The data keys cannot be read or written", e);
    }
}
