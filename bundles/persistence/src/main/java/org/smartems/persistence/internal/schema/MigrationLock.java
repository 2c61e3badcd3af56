// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import javax.sql.DataSource;

/**
 * Lets one node at a time migrate a schema. Flyway's own lock leaves a gap: of two nodes that both see no history, the
 * second one fails.
 *
 * <p>Held by an idle session, and never waited for inside the database: a waiting statement would keep {@code create
 * index concurrently} of the holder waiting for ever.
 */
final class MigrationLock {

    private static final int CLASS = 0x534D5343; // apart from what others lock by one number

    private MigrationLock() {}

    /** Does the work, or answers empty without waiting when another node has the lock. */
    static OptionalInt whileHeld(DataSource database, String schema, IntSupplier work) throws SQLException {
        try (Connection session = database.getConnection()) {
            return tried(session, schema) ? OptionalInt.of(work.getAsInt()) : OptionalInt.empty();
        }
    }

    private static boolean tried(Connection session, String schema) throws SQLException {
        try (PreparedStatement query = session.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
            query.setInt(1, CLASS);
            query.setInt(2, schema.hashCode());
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }
}
