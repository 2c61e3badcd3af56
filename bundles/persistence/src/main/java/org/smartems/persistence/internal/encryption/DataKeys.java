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

    private static final int BYTES = 32;

    private final MasterKey master;
    private final KeyTables tables;
    private final Map<Long, DataKey> byId = new ConcurrentHashMap<>();
    private final Map<String, DataKey> newest = new ConcurrentHashMap<>();
    private final Map<String, Object> making = new ConcurrentHashMap<>();

    DataKeys(MasterKey master, KeyTables tables) {
        this.master = master;
        this.tables = tables;
    }

    /** Fetches all keys at once, so that normal work needs no query for them. */
    void load() throws SQLException {
        for (Wrapped wrapped : tables.all()) {
            newest.put(wrapped.purpose(), remember(wrapped));
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
            if (meanwhile != null) {
                return meanwhile;
            }
            DataKey found = storedOrNew(purpose);
            newest.put(purpose, found);
            return found;
        }
    }

    /** The key that opens, or empty when nobody knows it. */
    Optional<DataKey> forOpening(long id) {
        DataKey known = byId.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            return tables.byId(id).map(this::remember); // made by another node
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private DataKey storedOrNew(String purpose) {
        try {
            Optional<Wrapped> stored = tables.newest(purpose);
            return remember(stored.isPresent() ? stored.get() : make(purpose));
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private Wrapped make(String purpose) throws SQLException {
        byte[] material = new byte[BYTES];
        new SecureRandom().nextBytes(material);
        long id = tables.nextId();
        Wrapped wrapped = new Wrapped(id, purpose, Gcm.seal(master.key(), material, label(purpose, id)));
        Arrays.fill(material, (byte) 0);
        tables.insert(wrapped);
        return wrapped;
    }

    private DataKey remember(Wrapped wrapped) {
        return byId.computeIfAbsent(wrapped.id(), id -> new DataKey(id, unwrap(wrapped)));
    }

    private SecretKey unwrap(Wrapped wrapped) {
        try {
            byte[] label = label(wrapped.purpose(), wrapped.id());
            return new SecretKeySpec(Gcm.open(master.key(), wrapped.wrapped(), label), "AES");
        } catch (AEADBadTagException e) {
            throw new EncryptionException(
                    "Data key " + wrapped.id() + " of " + wrapped.purpose()
                            + " was changed, or is wrapped by another master key",
                    e);
        }
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
