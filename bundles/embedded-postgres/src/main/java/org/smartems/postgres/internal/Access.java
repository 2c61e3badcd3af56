// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/** The ways into the server, and what it must hold before others may use them. */
final class Access {

    static final String OWNER = "smartems";
    static final String DATABASE = "smartems";

    private static final int CONNECT_SECONDS = 2;
    private static final int ANSWER_SECONDS = 10;
    private static final int WORK_SECONDS = 300;

    private final Home home;
    private final int port;

    Access(Home home, int port) {
        this.home = home;
        this.port = port;
    }

    PGSimpleDataSource owner() throws IOException {
        return dataSource(DATABASE, OWNER, Home.password(home.ownerPassword()));
    }

    PGSimpleDataSource superuser() throws IOException {
        return dataSource("postgres", Cluster.SUPERUSER, Home.password(home.superuserPassword()));
    }

    private PGSimpleDataSource dataSource(String database, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password);
        source.setSslMode("disable");
        // Another process on this port must not be able to ask for the password itself.
        source.setRequireAuth("scram-sha-256");
        return source;
    }

    /** Makes the role and the database where absent; the role's password is always the one of the file. */
    void provide() throws IOException, SQLException {
        PGSimpleDataSource source = superuser();
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(WORK_SECONDS);
        try (Connection connection = source.getConnection()) {
            if (isMissing(connection, "select 1 from pg_roles where rolname = ?", OWNER)) {
                run(connection, "create role " + OWNER + " login");
            }
            char[] password = Home.password(home.ownerPassword()).toCharArray();
            connection.unwrap(PGConnection.class).alterUserPassword(OWNER, password, "scram-sha-256");
            if (isMissing(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                run(connection, "create database " + DATABASE + " owner " + OWNER);
                run(connection, "revoke all on database " + DATABASE + " from public");
            }
        }
    }

    private static boolean isMissing(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return !rows.next();
            }
        }
    }

    /** One query on a new connection. */
    static void ask(PGSimpleDataSource source) throws SQLException {
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(ANSWER_SECONDS);
        try (Connection connection = source.getConnection()) {
            run(connection, "select 1");
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
