// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartems.postgres.internal.InstalledBinaries;
import org.smartems.postgres.internal.PostgresServer;
import org.smartems.postgres.internal.Settings;

/** The server works on the PostgreSQL of the operating system, which need not be the one that comes along. */
class PostgresOracle {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final int CONNECTIONS = 100;

    @Test
    void theServerRunsOnTheDatabaseOfTheSystem() throws Exception {
        Path bin = newest();
        PostgresServer postgres = new PostgresServer(settings(bin));
        postgres.start();
        try (Server server = Server.prepared("system-postgres")) {
            postgres.awaitReady(Duration.ofMinutes(2));
            ExternalDatabase database = new ExternalDatabase(postgres.dataSource());
            database.use(server);
            server.start();
            server.awaitReady();

            assertThat(Api.of(server)
                            .session("admin", server.password())
                            .json()
                            .get("roles")
                            .toString())
                    .contains("ROLE_ADMIN");
            String version = database.tables().value(String.class, "show server_version");
            assertThat(version).startsWith(new InstalledBinaries(bin).major());
            Long failed = database.tables()
                    .value(Long.class, "select count(*) from schema_history_platform where not success");
            assertThat(failed).isZero();
        } finally {
            postgres.stop();
        }
    }

    private static Settings settings(Path bin) throws IOException {
        Path directory = Distribution.TARGET.resolve("system-postgres");
        Distribution.delete(directory);
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
        return new Settings(directory, freePort(), CONNECTIONS, "", new InstalledBinaries(bin));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static Path newest() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(VERSIONS, "[0-9]*")) {
            for (Path version : versions) {
                if (Files.isExecutable(version.resolve("bin/initdb"))) {
                    found.add(version);
                }
            }
        }
        Comparator<Path> byNumber = Comparator.comparingInt(
                version -> Integer.parseInt(version.getFileName().toString()));
        return found.stream()
                .max(byNumber)
                .orElseThrow(() -> new AssertionError("no PostgreSQL server is installed in " + VERSIONS))
                .resolve("bin");
    }
}
