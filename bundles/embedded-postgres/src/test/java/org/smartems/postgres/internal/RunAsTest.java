// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class RunAsTest {

    @TempDir
    Path directory;

    static boolean root() throws IOException {
        return RunAs.isRoot();
    }

    @Test
    @EnabledIf("root")
    void rootHandsOverToAUserWhoCanReachTheDirectory() throws Exception {
        open(directory);
        Settings settings = as("nobody");
        try (PostgresServer server = Servers.started(settings)) {
            assertThat(Files.getOwner(settings.directory().resolve("data")).getName())
                    .isEqualTo("nobody");
            assertThat(Files.getOwner(Path.of("/proc/" + server.pid())).getName())
                    .isEqualTo("nobody");
        }
    }

    @Test
    @EnabledIf("root")
    void rootUsesANamespaceWhereNobodyElseCanReachTheDirectory() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        Settings settings = as("");
        try (PostgresServer server = Servers.started(settings)) {
            assertThat(Files.readString(Path.of("/proc/" + server.pid() + "/status")))
                    .containsPattern("CapEff:\\s+0+\\n");
        }
    }

    @Test
    @EnabledIf("root")
    void theDataIsHandedOverWhenTheUserChanges() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        try (PostgresServer server = Servers.started(as(""))) {
            Servers.run(server.dataSource(), "create table kept as select 42 as answer");
        }
        open(directory);
        try (PostgresServer server = Servers.started(as("nobody"))) {
            assertThat(Servers.text(server.dataSource(), "select answer from kept"))
                    .isEqualTo("42");
        }
    }

    @Test
    @EnabledIf("root")
    void aConfiguredUserIsNotReplacedByAnother() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        Path bin = Servers.binaries().install(directory);
        for (String user : new String[] {"nobody", "nosuchuser"}) {
            assertThatThrownBy(() -> RunAs.choose(user, directory, bin))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("no unprivileged user");
        }
    }

    private Settings as(String user) throws Exception {
        Settings usual = Servers.settings(directory);
        return new Settings(usual.directory(), usual.port(), 20, user, usual.binaries());
    }

    private static void open(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
    }
}
