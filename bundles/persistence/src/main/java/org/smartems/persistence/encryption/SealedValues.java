// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.encryption;

import org.osgi.annotation.versioning.ConsumerType;

/** The sealed values of a table, so that they can be sealed anew once it has a new key. Registered as a service. */
@ConsumerType
public interface SealedValues {

    /**
     * The table, as in the {@link EncryptionContext} of its values.
     *
     * @return the same at every call
     */
    String table();

    /**
     * Seals values with the newest key that are sealed with a former one. Called in a transaction, again and again
     * until there is nothing left; a value that cannot be opened is logged and passed over.
     *
     * @param limit about how many at most, so that nobody waits long for their rows
     * @return how many were sealed
     */
    int reseal(int limit);
}
