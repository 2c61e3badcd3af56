// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.transaction;

import java.sql.Connection;

/** Where transactions get their connections. */
public interface Connections {

    /** Which pool. */
    enum Kind {
        /** Normal work. */
        MAIN,
        /** Work beside a surrounding transaction. */
        SIDE
    }

    /** Returns when a connection is worth waiting for, else throws {@code DatabaseUnavailable}. */
    void requireAvailable();

    /** A connection that commits each statement; throws {@code DatabaseUnavailable}. */
    Connection take(Kind kind);

    /** A connection broke; it may be null when there was none yet. */
    void lost(Kind kind, Connection connection);
}
