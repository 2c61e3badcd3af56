// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.platform.audit.Author;

/** Tells who looked at a secret, in a log of its own that an installation can keep apart. */
public final class SecretReads {

    private static final Logger LOG = LoggerFactory.getLogger("org.smartems.secret");

    private SecretReads() {}

    /**
     * Somebody was shown something.
     *
     * @param what was shown, such as {@code password}
     * @param of the kind of thing that it belongs to
     * @param id of that thing
     */
    public static void tell(Author author, String what, String of, long id) {
        String user = author.userId().isPresent() ? "user " + author.userId().getAsLong() : "no user";
        LOG.info("{} ({}) was shown the {} of the {} {}", oneLine(author.name()), user, what, of, id);
    }

    /** A name must not look like a line of its own. */
    private static String oneLine(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}
