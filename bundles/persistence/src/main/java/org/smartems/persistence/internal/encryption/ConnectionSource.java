// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.encryption;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Connections outside of every pool and transaction. Keys are written and read there, so that a rollback of the caller
 * never loses one that is in memory already, and so that no caller who holds a pooled connection waits for another.
 */
@FunctionalInterface
public interface ConnectionSource {

    /** Commits each statement; the caller closes it. */
    Connection open() throws SQLException;
}
