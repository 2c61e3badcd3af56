// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.encryption;

import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the master key that the database asks for: the one of the file, or the one of a file beside, which then takes
 * its place. So it does not matter where a rotation was cut off, nor which node did it.
 */
final class MasterKeys {

    private static final Logger LOG = LoggerFactory.getLogger(MasterKeys.class);

    private final MasterKeyFile file;
    private final KeyTables tables;

    MasterKeys(MasterKeyFile file, KeyTables tables) {
        this.file = file;
        this.tables = tables;
    }

    MasterKeyFile file() {
        return file;
    }

    /** The key of the database; made for a database that none has been used for. */
    synchronized MasterKey proven() throws SQLException, KeyRefused {
        Optional<String> stored = tables.fingerprint();
        if (stored.isPresent()) {
            return existing(stored.get());
        }
        return existing(tables.fingerprintOrElse(existingOrNew().fingerprint()));
    }

    private MasterKey existing(String fingerprint) throws KeyRefused {
        Optional<MasterKey> first = file.read().filter(key -> key.fingerprint().equals(fingerprint));
        if (first.isPresent()) {
            return first.get();
        }
        Optional<MasterKey> beside = file.readBeside(fingerprint);
        if (beside.isPresent()) {
            promote(fingerprint);
            return beside.get();
        }
        // once more: another node with the same directory may have put it in place meanwhile
        MasterKey present = file.read().orElseThrow(() -> missing(fingerprint));
        if (!present.fingerprint().equals(fingerprint)) {
            throw another(fingerprint, present);
        }
        return present;
    }

    /** The key is right where it is, too: a directory that cannot be written to stops nobody. */
    private void promote(String fingerprint) {
        try {
            file.promote(fingerprint);
            LOG.info("{} holds the master key of fingerprint {} from now on", file.path(), fingerprint);
        } catch (KeyRefused e) {
            LOG.warn("The master key of {} is used: {}", file.beside(fingerprint), e.getMessage());
        }
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

    private KeyRefused another(String fingerprint, MasterKey present) {
        return new KeyRefused(
                "this database was encrypted with the master key of fingerprint " + fingerprint
                        + ", but the master key file holds the one of fingerprint " + present.fingerprint(),
                "put the right file in place of " + file.path() + " or beside it as " + file.beside(fingerprint)
                        + ", from a backup or from another node: all nodes of one database share the key");
    }

    private KeyRefused missing(String fingerprint) {
        return new KeyRefused(
                "the master key file is missing; restore it from a backup: this database was encrypted with"
                        + " the key of fingerprint " + fingerprint,
                file.path().toString());
    }
}
