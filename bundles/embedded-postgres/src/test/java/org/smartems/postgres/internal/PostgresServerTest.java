// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresServerTest {

    @TempDir
    Path directory;

    @Test
    void theFirstStartMakesARoleWithoutPrivilegesAndItsDatabase() throws Exception {
        try (PostgresServer server = Servers.started(Servers.settings(directory))) {
            PGSimpleDataSource source = server.dataSource();
            assertThat(Servers.text(source, "select current_database() || ' ' || user"))
                    .isEqualTo("smartems smartems");
            assertThat(Servers.text(
                            source,
                            "select rolsuper or rolcreatedb or rolcreaterole or rolreplication"
                                    + " from pg_roles where rolname = user"))
                    .isEqualTo("f");
            Servers.run(source, "create table mine (id int)");
            assertThat(server.status()).isEqualTo(Status.UP);
        }
    }

    @Test
    void itWritesSafelyAndKeepsStrangersOut() throws Exception {
        Settings settings = Servers.settings(directory);
        try (PostgresServer server = Servers.started(settings)) {
            for (String name : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(setting(server, name)).as(name).isEqualTo("on");
            }
            assertThat(setting(server, "server_encoding")).isEqualTo("UTF8");
            assertThat(Servers.text(
                            server.dataSource(),
                            "select datcollate from pg_database where datname = current_database()"))
                    .isEqualTo("C");
            assertThat(setting(server, "unix_socket_directories")).isEmpty();
            assertThat(setting(server, "max_connections")).isEqualTo("20");
            PGSimpleDataSource wrong = server.dataSource();
            wrong.setPassword("wrong");
            assertThatThrownBy(wrong::getConnection)
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
            assertListensOnLoopbackOnly(settings.port());
        }
        for (String file : List.of("password", "superuser.password")) {
            Path path = settings.directory().resolve(file);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-------");
        }
        assertThat(settings.directory().resolve("initdb.password")).doesNotExist();
    }

    private static String setting(PostgresServer server, String name) throws Exception {
        return Servers.text(server.superuser(), "show " + name);
    }

    private static void assertListensOnLoopbackOnly(int port) throws Exception {
        new Socket("127.0.0.1", port).close();
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : network.inetAddresses().toList()) {
                if (!address.getHostAddress().equals("127.0.0.1")) {
                    assertThatThrownBy(() -> new Socket(address, port).close())
                            .as(address.toString())
                            .isInstanceOf(IOException.class);
                }
            }
        }
    }

    @Test
    void aRestartKeepsTheDataAndTakesNewSettings() throws Exception {
        Settings settings = Servers.settings(directory);
        try (PostgresServer server = Servers.started(settings)) {
            Servers.run(server.dataSource(), "create table kept as select 42 as answer");
            server.stop();
            assertThat(server.pid()).isZero();
            assertThat(server.status()).isEqualTo(Status.STOPPED);
            assertThat(Files.readString(settings.directory().resolve("postgres.log")))
                    .contains("database system is shut down");
        }
        Settings moved = new Settings(settings.directory(), Servers.freePort(), 30, "", settings.binaries());
        try (PostgresServer server = Servers.started(moved)) {
            assertThat(Servers.text(server.dataSource(), "select answer from kept"))
                    .isEqualTo("42");
            assertThat(setting(server, "port")).isEqualTo(Integer.toString(moved.port()));
            assertThat(setting(server, "max_connections")).isEqualTo("30");
        }
    }

    @Test
    void aStopDoesNotWaitForClients() throws Exception {
        PostgresServer server = Servers.started(Servers.stopped(directory));
        try (Connection connection = server.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("select 1");
            server.stop();
            assertThatThrownBy(() -> connection.createStatement().execute("select 1"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aKilledServerComesBackWithWhatWasCommitted() throws Exception {
        AtomicInteger ready = new AtomicInteger();
        try (PostgresServer server = new PostgresServer(Servers.stopped(directory), ready::incrementAndGet)) {
            server.start();
            server.awaitReady(Servers.LIMIT);
            Servers.run(server.dataSource(), "create table committed as select generate_series(1, 50000) as id");
            long killed = server.pid();
            Exec.signal("KILL", killed);
            awaitAnother(server, killed);
            assertThat(Servers.text(server.dataSource(), "select count(*) from committed"))
                    .isEqualTo("50000");
            Servers.await("ready", () -> ready.get() > 0);
            assertThat(ready).hasValue(1);
        }
    }

    /** A process that computes does not notice the death of its server, and keeps a new one from starting. */
    @Test
    void aKilledServerComesBackAlthoughAProcessOfItIsBusy() throws Exception {
        try (PostgresServer server = Servers.started(Servers.stopped(directory));
                Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            Thread busy = new Thread(() -> compute(statement));
            busy.start();
            Servers.await("busy", () -> Servers.text(
                            server.superuser(),
                            "select count(*) from pg_stat_activity"
                                    + " where state = 'active' and query like '%generate_series%'"
                                    + " and pid <> pg_backend_pid()")
                    .equals("1"));
            long killed = server.pid();
            Exec.signal("KILL", killed);
            awaitAnother(server, killed);
            busy.join();
        }
    }

    private static void compute(Statement statement) {
        try {
            statement.execute("select count(*) from generate_series(1, 2000000000) as n where sqrt(n) < 0");
        } catch (SQLException expected) {
            // its process is ended
        }
    }

    private static void awaitAnother(PostgresServer server, long pid) throws Exception {
        Servers.await(
                "another server", () -> server.pid() != pid && server.status().isUp());
    }

    @Test
    void aServerDiesWithTheProcessThatLaunchedIt() throws Exception {
        Settings settings = Servers.settings(directory);
        Process launcher =
                Child.start(Child.Launch.class, settings.directory().toString(), Integer.toString(settings.port()));
        long pid = Long.parseLong(Child.line(launcher));
        assertThat(Servers.isGone(pid)).isFalse();
        launcher.destroyForcibly().waitFor();
        Servers.await("end of the server", () -> Servers.isGone(pid));
        assertThat(Files.readString(settings.directory().resolve("postgres.log")))
                .contains("received fast shutdown request");
    }

    @Test
    void aLogThatGrewTooLargeIsPutAside() throws Exception {
        Home home = Home.open(directory.resolve("home"));
        Files.write(home.log(), new byte[11 << 20]);
        home.limitLog();
        assertThat(home.log()).isEmptyFile();
        assertThat(home.directory().resolve("postgres.log.1")).hasSize(11 << 20);
    }
}
