// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusalTest {

    @TempDir
    Path directory;

    @Test
    void dataOfAnotherMajorVersionIsRefusedAndLeftAsItIs() throws Exception {
        Settings settings = Servers.settings(directory);
        Path data = Files.createDirectories(settings.directory().resolve("data"));
        Files.writeString(data.resolve("PG_VERSION"), "16\n");
        try (PostgresServer server = new PostgresServer(settings)) {
            server.start();
            assertThatThrownBy(() -> server.awaitReady(Servers.LIMIT))
                    .hasMessageStartingWith("the data directory is of PostgreSQL 16, this version runs 17: start the")
                    .hasMessageNotContaining(directory.toString());
            assertThat(server.status().state()).isEqualTo(Status.State.REFUSED);
            assertThat(data).isDirectoryContaining(path -> path.endsWith("PG_VERSION"));
        }
    }

    @Test
    void aDirectoryOfSomethingElseIsRefused() throws Exception {
        Settings settings = Servers.settings(directory);
        Path other = Files.createDirectories(settings.directory().resolve("data/pictures"));
        try (PostgresServer server = new PostgresServer(settings)) {
            server.start();
            assertThatThrownBy(() -> server.awaitReady(Servers.LIMIT))
                    .hasMessage("the data directory of the database holds something else");
        }
        assertThat(other).exists();
    }

    @Test
    void aLostPasswordFileIsReportedAndMayComeBack() throws Exception {
        Settings settings = Servers.stopped(directory);
        Path password = settings.directory().resolve("superuser.password");
        Path away = Files.move(password, directory.resolve("away"));
        try (PostgresServer server = new PostgresServer(settings)) {
            server.start();
            awaitReason(server, "the password file of the database is missing");
            Files.move(away, password);
            server.awaitReady(Servers.LIMIT);
        }
    }

    @Test
    void aWrongPasswordFileIsReported() throws Exception {
        Settings settings = Servers.stopped(directory);
        Files.writeString(settings.directory().resolve("superuser.password"), "wrong");
        try (PostgresServer server = new PostgresServer(settings)) {
            server.start();
            awaitReason(server, "the password file of the database does not fit its data");
        }
    }

    @Test
    void aPortInUseIsReportedAndTakenWhenFree() throws Exception {
        Settings settings = Servers.stopped(directory);
        try (PostgresServer server = new PostgresServer(settings)) {
            try (ServerSocket taken = new ServerSocket(settings.port(), 1, InetAddress.getByName("127.0.0.1"))) {
                server.start();
                awaitReason(server, "port " + taken.getLocalPort() + " of the database is in use by another process");
            }
            server.awaitReady(Servers.LIMIT);
        }
    }

    @Test
    void theSecondLauncherOfADirectoryWaitsForTheFirst() throws Exception {
        Settings settings = Servers.stopped(directory);
        try (PostgresServer first = Servers.started(settings);
                PostgresServer second = new PostgresServer(settings)) {
            long pid = first.pid();
            second.start();
            awaitReason(second, "another running Smart EMS uses the directory of the database");
            assertThat(Servers.text(first.dataSource(), "select 1")).isEqualTo("1");
            assertThat(first.pid()).isEqualTo(pid);
            first.stop();
            second.awaitReady(Servers.LIMIT);
        }
    }

    @Test
    void aLockIsSeenByOtherProcessesAndEndsWithItsOwn() throws Exception {
        Path file = directory.resolve("lock");
        Process holder = Child.start(Child.Hold.class, file.toString());
        DirectoryLock lock = new DirectoryLock();
        try {
            assertThat(Child.line(holder)).isEqualTo("held");
            assertThatThrownBy(() -> lock.take(file)).isInstanceOf(StartFailure.class);
        } finally {
            holder.destroyForcibly().waitFor();
        }
        lock.take(file);
        Process late = Child.start(Child.Hold.class, file.toString());
        assertThat(Child.line(late)).isEqualTo("refused");
        lock.release();
    }

    @Test
    void aHalfMadeDataDirectoryIsMadeAgain() throws Exception {
        Settings settings = Servers.settings(directory);
        Path unfinished = Files.createDirectories(settings.directory().resolve("data.init/base"));
        Files.writeString(unfinished.resolve("1"), "half");
        Files.writeString(settings.directory().resolve("initdb.password"), "old");
        Servers.started(settings).stop();
        assertThat(settings.directory().resolve("data/PG_VERSION")).hasContent("17");
        assertThat(settings.directory().resolve("data.init")).doesNotExist();
    }

    @Test
    void aFullDiskIsNamed() throws Exception {
        Settings usual = Servers.settings(directory);
        Path bin = Files.createDirectory(directory.resolve("bin"));
        program(bin.resolve("postgres"), "echo 'postgres (PostgreSQL) 17.11'");
        program(bin.resolve("initdb"), "echo 'initdb: error: could not write: No space left on device'; exit 1");
        Settings full = new Settings(usual.directory(), usual.port(), 20, "", new InstalledBinaries(bin));
        try (PostgresServer server = new PostgresServer(full)) {
            server.start();
            awaitReason(server, "the disk of the database is full");
            assertThat(full.directory().resolve("data")).doesNotExist();
        }
    }

    @Test
    void aServerThatEndsAtOnceIsReportedWithItsComplaint() throws Exception {
        Settings settings = Servers.stopped(directory);
        Files.writeString(settings.directory().resolve("data/postgresql.auto.conf"), "shared_buffers = nonsense\n");
        try (PostgresServer server = new PostgresServer(settings)) {
            server.start();
            awaitReason(server, "PostgreSQL ended while it started");
        }
    }

    private static void program(Path file, String script) throws Exception {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void awaitReason(PostgresServer server, String reason) throws Exception {
        Servers.await(reason, () -> server.status().reason().equals(reason));
    }
}
