// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** What the tests share: programs unpacked once, and waiting for a condition. */
final class Servers {

    static final Duration LIMIT = Duration.ofSeconds(60);

    private static Path template;

    private Servers() {}

    static synchronized Binaries binaries() throws Exception {
        Path home = Files.createDirectories(Path.of("target", "postgres").toAbsolutePath());
        return new InstalledBinaries(new PackedBinaries().install(home));
    }

    static Settings settings(Path directory) throws Exception {
        return new Settings(directory.resolve("home"), freePort(), 20, "", binaries());
    }

    /** A copy of a server that has run and was stopped, which is quicker than to make one. */
    static synchronized Settings stopped(Path directory) throws Exception {
        if (template == null) {
            Path made = Path.of("target", "template").toAbsolutePath();
            Trees.delete(made);
            started(settings(Files.createDirectory(made))).stop();
            template = made;
        }
        Settings settings = settings(Files.createDirectories(directory));
        Exec.run(List.of(
                "cp",
                "-a",
                template.resolve("home").toString(),
                settings.directory().toString()));
        return settings;
    }

    static PostgresServer started(Settings settings) throws InterruptedException {
        PostgresServer server = new PostgresServer(settings);
        server.start();
        server.awaitReady(LIMIT);
        return server;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    static void await(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(20);
        }
    }

    static void run(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String text(DataSource source, String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static boolean isGone(long pid) throws IOException {
        try {
            return Files.readAllBytes(Path.of("/proc/" + pid + "/cmdline")).length == 0;
        } catch (IOException e) {
            return true;
        }
    }
}
