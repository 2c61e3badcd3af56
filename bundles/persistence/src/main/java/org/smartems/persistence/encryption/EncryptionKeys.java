// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.encryption;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The keys behind {@link Encryption}: what there is, and how to replace it. There as long as that service is; safe for
 * use by many threads. The key material itself is never told.
 *
 * <p>Whoever replaces keys does so in a transaction, together with the entry of who did it, and calls {@link #settle}
 * after the commit.
 */
@ProviderType
public interface EncryptionKeys {

    /**
     * A master key in a file of this server.
     *
     * @param fingerprint by which it is recognised: 16 hexadecimal digits
     * @param usedSince when the database began to use it; empty for a former one and for one that is not used yet
     * @param file its path
     */
    record MasterKeyState(String fingerprint, Optional<Instant> usedSince, String file) {}

    /**
     * The data keys of a table, those of its partitions included.
     *
     * @param table its name, or what else the keys are for
     * @param keys how many there are, 1 or more
     * @param oldest when the first one was made
     * @param newest when the one was made that seals now
     */
    record DataKeyState(String table, int keys, Instant oldest, Instant newest) {}

    /**
     * The master keys of this server: the one in use first.
     *
     * @return at least one
     * @throws org.smartems.persistence.DatabaseUnavailable while the database is away
     */
    List<MasterKeyState> masterKeys();

    /**
     * The data keys of all nodes.
     *
     * @return in the order of the tables
     * @throws org.smartems.persistence.DatabaseUnavailable while the database is away
     */
    List<DataKeyState> dataKeys();

    /**
     * Makes a master key in a file beside the one in use, for {@link #rotateMasterKey}. The file is on the disk when
     * this returns.
     *
     * @return its fingerprint
     * @throws org.smartems.api.error.PlatformException when the file cannot be made
     */
    String createMasterKey();

    /**
     * Wraps every data key by another master key. Derived keys stay what they are. Needs the caller's transaction;
     * no data key is made by anybody until that ends.
     *
     * @param fingerprint of the new key, whose file is beside the one in use
     * @throws org.smartems.api.error.PlatformException when there is no such file, the key is in use already, or
     *     another node has rotated it
     */
    void rotateMasterKey(String fingerprint);

    /**
     * Makes a data key that seals the values of a table from now on; former ones go on opening. Needs the caller's
     * transaction.
     *
     * @param table as in the context of its values
     * @throws org.smartems.api.error.PlatformException when another node has rotated the master key
     */
    void addDataKey(String table);

    /**
     * Replaces all derived keys: nothing that was handed out before is accepted any more. {@link Encryption} is taken
     * back and registered anew, on each node within half a minute. Needs the caller's transaction.
     *
     * @throws org.smartems.api.error.PlatformException when another node has rotated the master key
     */
    void replaceDerivedKeys();

    /** Lets this server use what the database holds now. The other nodes do so within half a minute. */
    void settle();
}
