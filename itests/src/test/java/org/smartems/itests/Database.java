// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/** The tables of a server, past the server. */
final class Database {

    private static final AtomicInteger USERS = new AtomicInteger();
    private static final long FIRST_ID = 1_000_000;

    private final PGSimpleDataSource source;

    Database(PGSimpleDataSource source) {
        this.source = source;
    }

    static Database embeddedIn(Server server) throws IOException {
        return new Database(server.database().source());
    }

    PGSimpleDataSource source() {
        return source;
    }

    int update(String sql, Object... parameters) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** The first column of the first row. */
    <T> T value(Class<T> type, String sql, Object... parameters) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new AssertionError("no row: " + sql);
            }
            return rows.getObject(1, type);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    /** A new administrator who never logged in, with the password of {@code admin}. */
    String newUser() throws SQLException {
        int number = USERS.incrementAndGet();
        String name = "user-" + number;
        update(
                "insert into platform_user (id, version, username, password_hash, password_changed_at, enabled,"
                        + " role_admin) select ?, 0, ?, password_hash, now(), true, true from platform_user"
                        + " where username = 'admin'",
                FIRST_ID + number,
                name);
        return name;
    }
}
