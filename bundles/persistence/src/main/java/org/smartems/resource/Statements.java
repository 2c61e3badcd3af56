// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGStatement;

/** Statements with their values, planned anew for them each time: the plan for one access tag is wrong for another. */
final class Statements {

    private Statements() {}

    static PreparedStatement prepare(Connection connection, Sql sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.text());
        try {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            int index = 1;
            for (Object value : sql.values()) {
                set(connection, statement, index++, value);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void set(Connection connection, PreparedStatement statement, int index, Object value)
            throws SQLException {
        if (value instanceof Sql.Ids ids) {
            statement.setArray(index, connection.createArrayOf("bigint", told(connection, ids)));
        } else if (value instanceof Long[] ids) {
            statement.setArray(index, connection.createArrayOf("bigint", ids));
        } else if (value instanceof String[] texts) {
            statement.setArray(index, connection.createArrayOf("text", texts));
        } else {
            statement.setObject(index, value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
        }
    }

    private static Long[] told(Connection connection, Sql.Ids ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ids.query())) {
            statement.setObject(1, ids.value());
            List<Long> told = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    told.add(rows.getLong(1));
                }
            }
            return told.toArray(Long[]::new);
        }
    }
}
