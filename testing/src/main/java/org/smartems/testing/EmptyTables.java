// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;
import javax.sql.DataSource;

/**
 * Empties tables by deleting. To truncate, the server makes new files for every table, index and partition, which takes
 * far longer than the few rows of a test.
 */
final class EmptyTables {

    /** Where deleted rows would be in the way of the tests that follow. */
    private static final int LARGE_BYTES = 1 << 20;

    private static final String REFERRING =
            """
            with recursive t (id) as (
                select n::regclass::oid from unnest(?) n
                union select c.conrelid from pg_constraint c join t on c.confrelid = t.id where c.contype = 'f')
            select id::regclass, pg_relation_size(id) > ? from t
            where not exists (select from pg_class where oid = id and relispartition)""";

    private EmptyTables() {}

    /** As the administrator, without the checks and triggers of the tables. */
    static void in(DataSource administrator, String... tables) throws SQLException {
        try (Connection connection = administrator.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set session_replication_role = replica; " + statements(connection, tables));
            connection.commit();
        }
    }

    private static String statements(Connection connection, String... tables) throws SQLException {
        StringJoiner deleted = new StringJoiner("; ");
        StringJoiner truncated = new StringJoiner(", ", "truncate ", " cascade").setEmptyValue("");
        try (PreparedStatement query = connection.prepareStatement(REFERRING)) {
            query.setArray(1, connection.createArrayOf("text", tables));
            query.setInt(2, LARGE_BYTES);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    if (rows.getBoolean(2)) {
                        truncated.add(rows.getString(1));
                    } else {
                        deleted.add("delete from " + rows.getString(1));
                    }
                }
            }
        }
        return deleted + "; " + truncated;
    }
}
