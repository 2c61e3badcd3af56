// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal;

import org.smartems.platform.audit.Author;

/** The author of a change as columns keep it. */
public final class AuthorId {

    private AuthorId() {}

    /** The id of the user, null for the server. */
    public static Long of(Author author) {
        return author.userId().isPresent() ? author.userId().getAsLong() : null;
    }
}
