// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.encryption;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.persistence.PersistenceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.persistence.Transactions;
import org.smartems.persistence.encryption.EncryptionKeys;
import org.smartems.persistence.internal.encryption.KeyTables.Wrapped;

/** See {@link EncryptionKeys}. */
final class StoredKeys implements EncryptionKeys {

    private static final Logger LOG = LoggerFactory.getLogger(StoredKeys.class);

    private final MasterKeyFile file;
    private final Transactions transactions;
    private final KeyTables tables;
    private final Supplier<DataKeys> keys;
    private final Runnable settling;

    /** {@code keys} are those in use at the moment. */
    StoredKeys(MasterKeyFile file, Transactions transactions, Supplier<DataKeys> keys, Runnable settling) {
        this.file = file;
        this.transactions = transactions;
        this.tables = new KeyTables(transactions::connection);
        this.keys = keys;
        this.settling = settling;
    }

    /** What asks the database. */
    @FunctionalInterface
    private interface Stored<T> {
        T get() throws SQLException, KeyRefused;
    }

    @Override
    public List<MasterKeyState> masterKeys() {
        String used = keys.get().master().fingerprint();
        List<MasterKeyState> states = new ArrayList<>();
        states.add(transactions.call(() -> stored(() -> new MasterKeyState(used, tables.masterSince(), pathOf(used)))));
        file.fingerprintsBeside().stream()
                .filter(fingerprint -> !fingerprint.equals(used))
                .forEach(fingerprint -> states.add(new MasterKeyState(
                        fingerprint, Optional.empty(), file.beside(fingerprint).toString())));
        return states;
    }

    /** The key in use stays beside where the file cannot be replaced. */
    private String pathOf(String used) throws KeyRefused {
        boolean isInPlace =
                file.read().filter(key -> key.fingerprint().equals(used)).isPresent();
        return (isInPlace ? file.path() : file.beside(used)).toString();
    }

    @Override
    public List<DataKeyState> dataKeys() {
        return transactions.call(() -> stored(tables::states));
    }

    @Override
    public String createMasterKey() {
        MasterKey made = stored(file::createBeside);
        LOG.info("made the master key {}: back it up before it is used", file.beside(made.fingerprint()));
        return made.fingerprint();
    }

    @Override
    public void rotateMasterKey(String fingerprint) {
        MasterKey present = keys.get().master();
        if (present.fingerprint().equals(fingerprint)) {
            throw conflict("masterKeyInUse", "This master key is in use already");
        }
        MasterKey next = stored(() -> file.readBeside(fingerprint))
                .orElseThrow(() -> new PlatformException(
                        ErrorCategory.NOT_FOUND, "masterKeyMissing", "There is no file of this master key"));
        stored(() -> {
            rewrap(present, next);
            return true;
        });
    }

    private void rewrap(MasterKey present, MasterKey next) throws SQLException {
        if (!tables.lockedFingerprint().equals(Optional.of(present.fingerprint()))) {
            throw rotatedElsewhere();
        }
        List<Wrapped> rewrapped = new ArrayList<>();
        boolean derived = false;
        for (Wrapped key : tables.all()) {
            byte[] material = DataKeys.unwrap(present, key);
            rewrapped.add(DataKeys.wrap(next, key.id(), key.purpose(), material));
            derived |= key.purpose().equals(DataKeys.DERIVED);
        }
        if (!derived) {
            // the next master key would derive others
            Wrapped own = DataKeys.wrap(present, tables.nextId(), DataKeys.DERIVED, present.extracted());
            tables.insert(own, present.fingerprint());
            rewrapped.add(DataKeys.wrap(next, own.id(), own.purpose(), present.extracted()));
        }
        tables.rewrap(rewrapped, next.fingerprint());
    }

    @Override
    public void addDataKey(String table) {
        MasterKey present = keys.get().master();
        stored(() -> {
            if (!tables.fingerprint().equals(Optional.of(present.fingerprint()))) {
                throw rotatedElsewhere();
            }
            return DataKeys.make(tables, present, table);
        });
    }

    @Override
    public void replaceDerivedKeys() {
        addDataKey(DataKeys.DERIVED);
    }

    @Override
    public void settle() {
        settling.run();
    }

    private static <T> T stored(Stored<T> query) {
        try {
            return query.get();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        } catch (KeyRefused e) {
            LOG.warn("The master key is not rotated: {}", e.getMessage());
            throw new PlatformException(ErrorCategory.CONFLICT, "masterKeyFile", e.summary(), e);
        }
    }

    private static PlatformException rotatedElsewhere() {
        return conflict("masterKeyRotated", "Another node has rotated the master key: this one has the former");
    }

    private static PlatformException conflict(String code, String message) {
        return new PlatformException(ErrorCategory.CONFLICT, code, message);
    }
}
