// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What the first start makes, and what later ones keep. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstStartIT {

    private static final int LARGEST_SEARCHED = 32 << 20;
    private static Server server;
    private static String password;

    @BeforeAll
    static void start() throws Exception {
        server = Server.prepared("first-start");
        Crowd.awaitsStartOf(server);
        password = server.password();
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    @Order(1)
    void secretsAreForTheOwnerAlone() throws Exception {
        for (Path file : List.of(
                server.passwordFile(),
                server.etc("master.key"),
                server.etc("tls.p12"),
                server.etc("tls.password"),
                server.etc("shell.key"),
                server.data("postgres/password"),
                server.data("postgres/superuser.password"))) {
            assertThat(mode(file)).as(file.toString()).isEqualTo("rw-------");
        }
        assertThat(password).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    @Order(2)
    void everythingCameFromTheArchive() throws Exception {
        assertThat(Files.readString(server.etc("org.ops4j.pax.url.mvn.cfg"))).doesNotContain("http");
        assertThat(server.home().resolve("nobody")).doesNotExist();
        assertThat(server.data("m2")).doesNotExist();
    }

    @Test
    @Order(2)
    void noFileForOthersHoldsASecret() throws Exception {
        List<String> secrets = secrets();
        for (Path file : filesForOthers()) {
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            for (String secret : secrets) {
                assertThat(content.contains(secret)).as(file.toString()).isFalse();
            }
        }
    }

    @Test
    @Order(2)
    void theLogHoldsNoSecret() throws Exception {
        String log = server.log() + Files.readString(server.home().resolveSibling("first-start.out"));
        for (String secret : secrets()) {
            assertThat(log.contains(secret)).isFalse();
        }
    }

    @Test
    @Order(3)
    void theShellTellsTheStateOfTheServer() throws Exception {
        String output = server.shell("smartems:health").requireSuccess().output();
        assertThat(output).contains("database", "encryption", "schema", "platform", "api", "console");
        assertThat(output).doesNotContain("down");
        // made with the first connection
        assertThat(mode(server.etc("host.key"))).isEqualTo("rw-------");
    }

    @Test
    @Order(3)
    void theShellBeginsAndEndsMaintenance() throws Exception {
        assertThat(server.shell("smartems:maintenance").requireSuccess().output())
                .contains("Maintenance mode is off.");
        assertThat(server.shell("smartems:maintenance", "maybe").status()).isEqualTo(1);
        for (String state : List.of("on", "off")) {
            assertThat(server.shell("smartems:maintenance", state)
                            .requireSuccess()
                            .output())
                    .contains("Maintenance mode is " + state + ".");
            assertThat(server.https()
                            .get(Api.CONFIGURATION)
                            .json()
                            .get("maintenanceMode")
                            .asBoolean())
                    .isEqualTo(state.equals("on"));
        }
    }

    @Test
    @Order(3)
    void theShellShowsTheBackgroundWork() throws Exception {
        Await.until("the first clean-up", () -> server.shell("smartems:job-list")
                .requireSuccess()
                .output()
                .contains("platform-cleanup"));
    }

    @Test
    @Order(4)
    void aSecondServerOnTheSameHomeIsRefused() {
        Command second = Command.run(server.command());
        assertThat(second.status()).as(second.output()).isEqualTo(4);
        assertThat(second.output()).contains("already running");
        assertThat(server.process().isAlive()).isTrue();
    }

    @Test
    @Order(5)
    void aStopLeavesNothingAndTheNextStartKeepsEverything() throws Exception {
        byte[] masterKey = Files.readAllBytes(server.etc("master.key"));
        byte[] certificate = Tls.certificate(server.ports().https()).getEncoded();
        String token = Api.of(server).session("admin", password).text("token");

        server.stop();
        assertThat(running()).isEmpty();
        assertThat(server.ports().areFree()).isTrue();

        // with a database that is there already everything comes closer together
        Crowd.awaitsStartOf(server);
        assertThat(Files.readAllBytes(server.etc("master.key"))).isEqualTo(masterKey);
        assertThat(Tls.certificate(server.ports().https()).getEncoded()).isEqualTo(certificate);
        assertThat(server.password()).isEqualTo(password);
        assertThat(Api.of(server).roles(token).status()).isEqualTo(200);
        Api.of(server).session("admin", password);
    }

    @Test
    @Order(6)
    void theFileWithThePasswordGoesWhenThePasswordIsChanged() throws Exception {
        String token = Api.of(server).session("admin", password).text("token");
        String change = Api.object(
                "currentPlainPassword",
                password,
                "newPlainPassword",
                "my own one",
                "newPlainPasswordRepeat",
                "my own one");
        assertThat(server.https().bearer(token).post(Api.PASSWORD, change).status())
                .isEqualTo(204);
        assertThat(server.passwordFile()).doesNotExist();
        Api.of(server).session("admin", "my own one");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static List<String> secrets() throws IOException {
        List<String> secrets = new ArrayList<>(List.of(password));
        for (Path file : List.of(
                server.etc("master.key"),
                server.etc("tls.password"),
                server.data("postgres/password"),
                server.data("postgres/superuser.password"))) {
            secrets.add(Files.readString(file).strip());
        }
        secrets.add(Files.readAllLines(server.etc("shell.key")).get(1));
        return secrets;
    }

    /** Programs and what the database server alone may enter are left out. */
    private static List<Path> filesForOthers() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path root : List.of(server.home().resolve("etc"), server.home().resolve("data"))) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> !file.startsWith(server.data("cache"))
                                && !file.startsWith(server.data("postgres/data"))
                                && !file.toString().contains("/pgsql-"))
                        .filter(FirstStartIT::isForOthers)
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean isForOthers(Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.size(file) < LARGEST_SEARCHED
                    && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Command lines of processes that work in the home. */
    private static List<String> running() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes.toList()) {
                String line = commandLine(process);
                if (line.contains(server.home() + "/")) {
                    found.add(line);
                }
            }
        }
        return found;
    }

    private static String commandLine(Path process) {
        try {
            return new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8)
                    .replace('\0', ' ');
        } catch (IOException e) {
            return ""; // no process, or gone
        }
    }
}
