// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.smartems.postgres.internal.Binaries;
import org.smartems.postgres.internal.InstalledBinaries;
import org.smartems.postgres.internal.PackedBinaries;
import org.smartems.postgres.internal.PostgresServer;
import org.smartems.postgres.internal.Settings;
import org.smartems.postgres.internal.StartFailure;
import org.smartems.postgres.internal.Trees;

/** A running server; its files are deleted when it is closed. */
final class TestServer implements AutoCloseable {

    private static final String BINARIES = "SMARTEMS_TEST_POSTGRES_BIN";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int CONNECTIONS = 100;

    private final Path directory;
    private final PostgresServer server;

    private TestServer(Path directory, PostgresServer server) {
        this.directory = directory;
        this.server = server;
    }

    static TestServer start() {
        try {
            Path home = home();
            // The data of each run is new; the programs are kept, unpacking them is the slow part.
            Path directory = Files.createTempDirectory(home, "run");
            Files.setPosixFilePermissions(directory, Files.getPosixFilePermissions(home));
            Settings settings = new Settings(directory, freePort(), CONNECTIONS, "", binaries(home));
            TestServer started = new TestServer(directory, new PostgresServer(settings));
            started.server.start();
            started.server.awaitReady(LIMIT);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (StartFailure e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path home() throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        Path parent = Files.isDirectory(target) ? target : Path.of(System.getProperty("java.io.tmpdir"));
        return Files.createDirectories(parent.resolve("postgres"));
    }

    private static Binaries binaries(Path home) throws IOException, StartFailure, InterruptedException {
        String installed = System.getenv(BINARIES);
        if (installed != null && !installed.isBlank()) {
            return new InstalledBinaries(Path.of(installed));
        }
        // tests run in several processes, too
        synchronized (TestServer.class) {
            try (FileChannel file = FileChannel.open(
                    home.resolve("install.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                file.lock(); // until it is closed
                return new InstalledBinaries(new PackedBinaries().install(home));
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    PostgresServer server() {
        return server;
    }

    @Override
    public void close() throws IOException {
        server.stop();
        Trees.delete(directory);
    }
}
