// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Commands as somebody gives them over SSH. */
@ExtendWith(SharedServer.class)
class ShellIT {

    private static final List<String> LISTS = List.of(
            "health",
            "user-list",
            "job-list",
            "key-list",
            "master-key-list",
            "data-key-list",
            "database-info",
            "database-tables",
            "database-migrations",
            "database-connections",
            "device-type-list",
            "device-list",
            "plugin-list",
            "record-status");

    @Test
    void everyListIsJsonForScripts(Server server) throws Exception {
        String commands = String.join(
                "; ", LISTS.stream().map(list -> "smartems:" + list + " --json").toList());
        List<String> lines =
                server.shell(commands).requireSuccess().output().lines().toList();
        assertThat(lines).hasSameSizeAs(LISTS);
        for (String line : lines) {
            assertThat(new ObjectMapper().readTree(line).isArray()).as(line).isTrue();
        }
        JsonNode migrations = new ObjectMapper().readTree(lines.get(LISTS.indexOf("database-migrations")));
        assertThat(migrations.findValuesAsText("schema")).contains("persistence", "platform", "fleet");
        JsonNode tables = new ObjectMapper().readTree(lines.get(LISTS.indexOf("database-tables")));
        assertThat(tables.findValues("partitions")).anyMatch(partitions -> partitions.asInt() > 1);
    }

    /** A login needs the private key, which is opened by a data key, which is opened by the master key. */
    @Test
    void rotatesTheKeysOfEncryption(Server server) throws Exception {
        Path key = server.etc("master.key");
        String before = Files.readString(key);
        String output = server.shell("smartems:master-key-rotate; smartems:data-key-rotate; smartems:key-rotate")
                .requireSuccess()
                .output();
        assertThat(output).contains("wrapped by master key", "platform_signing_key", "fleet_device_credential");
        assertThat(Files.readString(key)).isNotEqualTo(before);
        assertThat(Files.getPosixFilePermissions(key))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        Api.of(server).session("admin", server.password());
        assertThat(server.shell("smartems:master-key-rotate 0123456789abcdef").status())
                .isEqualTo(1);
    }

    @Test
    void makesAnAdministratorRotatesKeysAndRunsAJob(Server server) {
        String output = server.shell("smartems:user-create-administrator shell-root; smartems:key-rotate;"
                        + " smartems:job-run platform-cleanup; smartems:user-list --name SHELL; smartems:key-list")
                .requireSuccess()
                .output();
        assertThat(output).contains("Password of shell-root", "from now on", "platform-cleanup begins");
        assertThat(server.shell("smartems:user-create-administrator shell-root").status())
                .isEqualTo(1);
        assertThat(server.shell("smartems:job-run no-such-job").output()).contains("no job no-such-job");
        assertThat(server.shell("smartems:user-list --help").requireSuccess().output())
                .contains("Shows users", "--json");
    }
}
