// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.authentication;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.platform.audit.Author;

/** The keys that sign access tokens; safe for use by many threads. */
@ProviderType
public interface TokenKeys {

    /**
     * A key that still verifies tokens.
     *
     * @param id that tokens name
     * @param signing whether new tokens are signed with it; true of none once the latest is too old, until the next
     *     login makes one
     * @param createdAt when it was made
     * @param signsUntil when another one takes its place at the latest
     * @param verifiesUntil when no token of it is valid any more
     */
    record TokenKey(String id, boolean signing, Instant createdAt, Instant signsUntil, Instant verifiesUntil) {}

    /**
     * The keys of all nodes.
     *
     * @return the latest first
     * @throws org.smartems.persistence.DatabaseUnavailable while the database is away
     */
    List<TokenKey> all();

    /**
     * Makes a key that signs from now on. Former ones go on verifying, so nobody is logged out. Another node signs with
     * it as soon as it has seen a token of it, or has been started.
     *
     * @param author who does it
     * @return the key
     * @throws org.smartems.persistence.DatabaseUnavailable while the database is away
     */
    TokenKey rotate(Author author);
}
