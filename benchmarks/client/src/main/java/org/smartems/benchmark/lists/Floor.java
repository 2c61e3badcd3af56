// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.lists;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** The same rows by plain SQL over one connection to the same database. For one thread. */
final class Floor implements AutoCloseable {

    private final Connection connection;

    Floor(Connection connection) {
        this.connection = connection;
    }

    /** So that the housekeeping of the database does not run while something is measured. */
    void tidy() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : new String[] {"fleet_device", "fleet_device_state", "fleet_tagged_device"}) {
                statement.execute("vacuum (analyze) " + table);
            }
        }
    }

    void run(ListCase test) throws SQLException, IOException {
        if (test.kind().isExport()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(test.sql(), OutputStream.nullOutputStream());
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(test.sql())) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    rows.getString(i);
                }
            }
        }
    }

    long count(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
