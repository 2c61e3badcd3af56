// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** The embedded database of a server, past the server, as its superuser. For one thread. */
final class Database implements AutoCloseable {

    static final String NAME = "smartems";

    private final Connection connection;

    Database(Path home, int port) throws IOException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://127.0.0.1:" + port + "/" + NAME);
        source.setUser("postgres");
        source.setPassword(Files.readString(home.resolve("data/postgres/superuser.password"))
                .strip());
        try {
            connection = source.getConnection();
        } catch (SQLException e) {
            throw failed("the database cannot be reached", e);
        }
    }

    /** What the log ahead has got since the beginning. */
    double walBytes() throws IOException {
        return number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')");
    }

    double number(String sql, Object... values) throws IOException {
        List<String> rows = texts(sql, values);
        if (rows.isEmpty() || rows.get(0) == null) {
            throw new IOException("the database has no row for: " + sql);
        }
        return Double.parseDouble(rows.get(0));
    }

    long whole(String sql, Object... values) throws IOException {
        return (long) number(sql, values);
    }

    /** The first column of all rows. */
    List<String> texts(String sql, Object... values) throws IOException {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    void run(String sql, Object... values) throws IOException {
        try (PreparedStatement statement = prepare(sql, values)) {
            statement.execute();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** The columns of a table in their order. */
    List<String> columns(String table) throws IOException {
        return texts(
                "select attname from pg_attribute where attrelid = cast(? as regclass) and attnum > 0"
                        + " and not attisdropped order by attnum",
                table);
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed("the database", e);
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static IOException failed(String what, SQLException e) {
        return new IOException(what + ": " + e.getMessage(), e);
    }
}
