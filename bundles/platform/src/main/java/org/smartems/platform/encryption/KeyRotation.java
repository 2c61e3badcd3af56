// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.encryption;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.platform.audit.Author;

/**
 * Replaces the keys of {@link org.smartems.persistence.encryption.EncryptionKeys} and tells the audit log. Safe for use
 * by many threads.
 */
@ProviderType
public interface KeyRotation {

    /** Name of the job that seals values anew which are sealed with a former key: hourly, and when it is told to. */
    String RESEALING = "platform-resealing";

    /**
     * Wraps every data key by another master key, which this server uses from then on. Nothing that is encrypted or was
     * handed out becomes invalid. Another node goes on once it has the file of the key, and stops to use data before.
     *
     * @param author who does it
     * @param fingerprint of a key whose file is beside the one in use
     * @throws org.smartems.api.error.PlatformException when there is no such file, the key is in use already, or
     *     another node has rotated it
     * @throws org.smartems.persistence.DatabaseUnavailable while the database is away
     */
    void rotateMasterKey(Author author, String fingerprint);

    /**
     * Gives each table with values that can be sealed anew another data key, which seals from now on; on other nodes
     * within half a minute. Tables with a partition for each day have a key for each day anyway.
     *
     * @param author who does it
     * @param derived whether derived keys are replaced, too: what the server has handed out, such as links, is refused
     *     from then on, and each node takes a few seconds to start its services anew
     * @return the tables
     * @throws org.smartems.api.error.PlatformException when another node has rotated the master key
     * @throws org.smartems.persistence.DatabaseUnavailable while the database is away
     */
    List<String> rotateDataKeys(Author author, boolean derived);
}
