// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.encryption;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Seals single values before they are stored (AES-256-GCM with a data key per table), and derives keys for what is not
 * stored at all.
 *
 * <p>The service exists only while the master key of this server is the one of the database. Safe for use by many
 * threads; usable inside and outside of a transaction. A new data key is committed on a connection of its own, so
 * a rollback of the caller never loses it.
 */
@ProviderType
public interface Encryption {

    /**
     * Seals a value for one place.
     *
     * @param context where the value will be stored; it must be given again to read it
     * @param plain the value, left untouched
     * @return a new array, 37 bytes longer than the value
     * @throws org.smartems.persistence.DatabaseUnavailable when a data key is needed and the database is away
     */
    byte[] encrypt(EncryptionContext context, byte[] plain);

    /**
     * Opens a sealed value.
     *
     * @param context where the value was stored
     * @param sealed what {@link #encrypt} returned, left untouched
     * @return a new array
     * @throws EncryptionException when the value was changed, moved to another place or sealed with an unknown key
     * @throws org.smartems.persistence.DatabaseUnavailable when a data key is needed and the database is away
     */
    byte[] decrypt(EncryptionContext context, byte[] sealed);

    /**
     * A secret for one purpose, derived from the master key (HKDF-SHA256): for message authentication codes of what the
     * server hands out and gets back, such as nonces and links.
     *
     * <p>The same at every call and on all nodes; one purpose tells nothing about the key of another. A rotation of the
     * master key leaves it as it is. {@link EncryptionKeys#replaceDerivedKeys} replaces it, and this service with it:
     * a new one is registered. So keep it no longer than the service, and never use it for what must outlive that.
     * Needs no database.
     *
     * @param purpose what it is for, one of its own for each use, such as {@code firmware-link}
     * @return a new array of 32 bytes
     * @throws IllegalArgumentException when the purpose is blank
     */
    byte[] derivedKey(String purpose);

    /**
     * The first bytes of every value that is sealed for a table now; values sealed with a former key begin otherwise.
     *
     * @param table as in the context of the values
     * @return a new array of 9 bytes
     * @throws org.smartems.persistence.DatabaseUnavailable when a data key is needed and the database is away
     */
    byte[] header(String table);
}
