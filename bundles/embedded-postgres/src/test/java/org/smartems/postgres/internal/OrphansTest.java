// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {

    @TempDir
    Path directory;

    @Test
    void aServerThatWasLeftBehindIsStoppedEvenInATransaction() throws Exception {
        Settings settings = Servers.stopped(directory);
        Process orphan = orphan(settings);
        try (PostgresServer server = new PostgresServer(settings);
                Connection connection = connect(server)) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("create table unfinished (id int)");
            server.start();
            server.awaitReady(Servers.LIMIT);
            assertThat(Servers.isGone(orphan.pid())).isTrue();
            assertThat(server.pid()).isNotEqualTo(orphan.pid());
            assertThat(Servers.text(server.dataSource(), "select to_regclass('unfinished')"))
                    .isNull();
        } finally {
            orphan.destroyForcibly();
        }
    }

    /** As the launcher starts it, but without the signal at its death. */
    private static Process orphan(Settings settings) throws Exception {
        Home home = Home.open(settings.directory());
        Path bin = settings.binaries().install(home.directory());
        RunAs usual = RunAs.choose("", home.directory(), bin);
        List<String> prefix = usual.prefix().stream()
                .map(word -> word.equals("INT") ? "keep" : word)
                .toList();
        RunAs unbound = new RunAs("unbound", prefix, usual.owner());
        Cluster cluster = new Cluster(home, bin, unbound);
        cluster.prepare(settings.binaries().major());
        return cluster.server(settings).start();
    }

    private static Connection connect(PostgresServer server) throws Exception {
        Servers.await("answer of the orphan", () -> {
            try {
                Access.ask(server.dataSource());
                return true;
            } catch (SQLException e) {
                return false;
            }
        });
        return server.dataSource().getConnection();
    }

    @Test
    void anotherProcessWithTheNumberOfTheServerIsLeftAlone() throws Exception {
        Settings settings = Servers.stopped(directory);
        Path data = settings.directory().resolve("data");
        Process foreign = new ProcessBuilder("sleep", "600").start();
        try {
            for (long pid : new long[] {foreign.pid(), ProcessHandle.current().pid()}) {
                Files.write(data.resolve("postmaster.pid"), List.of(Long.toString(pid), data.toString(), "1"));
                Servers.started(settings).stop();
                assertThat(foreign.isAlive()).isTrue();
            }
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void aServerOnOtherDataIsLeftAlone() throws Exception {
        Settings settings = Servers.stopped(directory);
        Path data = settings.directory().resolve("data");
        try (PostgresServer other = Servers.started(Servers.stopped(directory.resolve("other")))) {
            long pid = other.pid();
            Files.write(data.resolve("postmaster.pid"), List.of(Long.toString(pid), data.toString(), "1"));
            Servers.started(settings).stop();
            assertThat(other.pid()).isEqualTo(pid);
            assertThat(Servers.text(other.dataSource(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void unreadableFilesOfProcessNumbersAreIgnored() throws Exception {
        Path data = Files.createDirectory(directory.resolve("data"));
        for (String content : List.of("", "x", "-1", "999999999")) {
            Files.writeString(data.resolve("postmaster.pid"), content);
            new Orphans(data).stop();
        }
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files).hasSize(1);
        }
    }
}
