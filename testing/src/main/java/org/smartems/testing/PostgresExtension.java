// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.postgresql.ds.PGSimpleDataSource;
import org.smartems.postgres.internal.PostgresServer;

/**
 * Gives a test class an empty database on a real PostgreSQL.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final PostgresExtension postgres = new PostgresExtension();
 * }</pre>
 *
 * <p>All classes of a run share one server, started with the first of them; nested classes share the database, too.
 * The environment variable {@code SMARTEMS_TEST_POSTGRES_BIN} names a directory with {@code initdb} and
 * {@code postgres} of another version to run the same tests on.
 */
public final class PostgresExtension implements BeforeAllCallback, AfterAllCallback {

    private static final Duration READY = Duration.ofMinutes(2);
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Use use;
    private TestServer server;
    private String database;

    private enum Use {
        DATABASE_OF_THE_CLASS,
        DATABASE_OF_THE_RUN,
        SERVER_OF_THE_CLASS
    }

    /** For a class that only uses the database. */
    public PostgresExtension() {
        this(Use.DATABASE_OF_THE_CLASS);
    }

    private PostgresExtension(Use use) {
        this.use = use;
    }

    /**
     * For a class that stops, kills or fills its server.
     *
     * @return an extension with a server that no other class uses
     */
    public static PostgresExtension dedicated() {
        return new PostgresExtension(Use.SERVER_OF_THE_CLASS);
    }

    /**
     * For a fixture of many classes, which fills the database once and empties its tables before each test.
     *
     * @return an extension whose database outlives the class and is there for all that extend the fixture
     */
    public static PostgresExtension lasting() {
        return new PostgresExtension(Use.DATABASE_OF_THE_RUN);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws SQLException {
        if (isNested(context) || use == Use.DATABASE_OF_THE_RUN && database != null) {
            return;
        }
        boolean dedicated = use == Use.SERVER_OF_THE_CLASS;
        server = dedicated ? TestServer.start() : shared(context);
        database = "test_" + DATABASES.incrementAndGet();
        administer("create database " + database + " owner " + user());
        if (!dedicated) {
            // nobody kills this server: nothing needs to be on the disk
            administer("alter database " + database + " set synchronous_commit = off");
        }
    }

    /** A nested class works on the database of the class around it. */
    private static boolean isNested(ExtensionContext context) {
        return context.getRequiredTestClass().isAnnotationPresent(Nested.class);
    }

    /** Kept in the root context, which ends with the run. */
    private static TestServer shared(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(PostgresExtension.class))
                .getOrComputeIfAbsent(TestServer.class, key -> TestServer.start(), TestServer.class);
    }

    @Override
    public void afterAll(ExtensionContext context) throws SQLException, IOException {
        if (server == null || isNested(context) || use == Use.DATABASE_OF_THE_RUN) {
            return;
        }
        if (use == Use.SERVER_OF_THE_CLASS) {
            server.close();
        } else if (database != null) {
            administer("drop database if exists " + database + " with (force)");
        }
    }

    /**
     * The database of this class.
     *
     * @return a new data source, which opens a new connection each time
     */
    public PGSimpleDataSource dataSource() {
        PGSimpleDataSource source = ownerSource();
        source.setDatabaseName(database);
        return source;
    }

    /**
     * Where the database is.
     *
     * @return the JDBC URL, without user and password
     */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /**
     * Who owns the database.
     *
     * @return a role which is no superuser
     */
    public String user() {
        return ownerSource().getUser();
    }

    /**
     * The password of {@link #user()}.
     *
     * @return in clear
     */
    public String password() {
        return ownerSource().getPassword();
    }

    /**
     * The name of the database.
     *
     * @return a name without special characters
     */
    public String database() {
        return database;
    }

    /**
     * The port of the server on 127.0.0.1.
     *
     * @return the same one after a restart
     */
    public int port() {
        return server().settings().port();
    }

    /**
     * The server itself; only a {@link #dedicated()} one may be stopped.
     *
     * @return the server
     */
    public PostgresServer server() {
        if (server == null) {
            throw new IllegalStateException("register this extension in a static field");
        }
        return server.server();
    }

    /** Starts a stopped server and waits until it answers. */
    public void start() {
        server().start();
        awaitReady();
    }

    /** Waits until the server answers, as after a crash. */
    public void awaitReady() {
        try {
            server().awaitReady(READY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Does what only the administrator of the server may.
     *
     * @param sql one statement
     * @throws SQLException when it fails
     */
    public void administer(String sql) throws SQLException {
        try (Connection connection = superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Empties tables and all that refer to them, as {@code truncate cascade} does, in a tenth of its time.
     *
     * @param tables in the database of this class; no trigger fires
     * @throws SQLException when there is no such table
     */
    public void empty(String... tables) throws SQLException {
        PGSimpleDataSource source = superuser();
        source.setDatabaseName(database);
        EmptyTables.in(source, tables);
    }

    private PGSimpleDataSource superuser() {
        try {
            return server().superuser();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PGSimpleDataSource ownerSource() {
        try {
            return server().dataSource();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
