// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's first device family: generated, built, put into the running server, called by a device, taken away. */
@ExtendWith(SharedServer.class)
class ProcedureArchetypeIT {

    private static final String PLUGIN = "org.apache.maven.plugins:maven-archetype-plugin:3.3.1:generate";
    private static final String JAR = "procedure-example-1.0.0.jar";
    private static final Path EXAMPLE = Path.of("../examples/procedure-example");

    @TempDir
    private Path directory;

    private Http admin;
    private Curl device;
    private String url;

    @Test
    void aDeviceFamilyComesIntoTheRunningServer(Server server) throws Exception {
        Path project = generated();
        assertThat(files(project)).isEqualTo(files(EXAMPLE));
        mvn(project, "package");

        Api api = Api.of(server).elsewhere();
        admin = api.http().bearer(api.session("admin", server.password()).text("token"));
        url = "https://127.0.0.1:" + server.ports().https() + "/brook/hello";
        deploy(project, server);
        long type = presetType();
        assertSettingsAreTold(type);
        device = credential(type);
        aDeviceChecksIn(type);

        Files.delete(server.home().resolve("deploy").resolve(JAR));
        Await.until("the family is gone", () -> hello().status() == 503);
        deploy(project, server);
        Await.until("the family is back", () -> hello().status() == 200);
        Files.delete(server.home().resolve("deploy").resolve(JAR));
        Await.until("the family is gone again", () -> hello().status() == 503);
    }

    private Path generated() {
        mvn(
                directory,
                PLUGIN,
                "-DarchetypeGroupId=org.smartems",
                "-DarchetypeArtifactId=procedure-archetype",
                "-DarchetypeVersion=0.1.0-SNAPSHOT",
                "-DdeviceFamily=Brook",
                "-DgroupId=org.example",
                "-DartifactId=procedure-example",
                "-Dpackage=org.example.brook");
        return directory.resolve("procedure-example");
    }

    private static void mvn(Path where, String... arguments) {
        String[] words = {
            "env",
            "-C",
            where.toString(),
            "mvn",
            "-q",
            "-B",
            "-Dmaven.repo.local=" + System.getProperty("local.repository")
        };
        Command.run(Stream.of(words, arguments).flatMap(Stream::of).toArray(String[]::new))
                .requireSuccess();
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString();
                if (!name.startsWith("target/")) {
                    files.put(name, Files.readString(file));
                }
            }
        }
        return files;
    }

    private static void deploy(Path project, Server server) throws IOException {
        Path ready = server.home().resolve(JAR);
        Files.copy(project.resolve("target").resolve(JAR), ready);
        Files.move(ready, server.home().resolve("deploy").resolve(JAR), ATOMIC_MOVE);
    }

    private long presetType() throws Exception {
        Await.until("the device type of the preset is there", () -> brook() != null);
        return brook().path("id").asLong();
    }

    private JsonNode brook() throws IOException {
        JsonNode types = admin.post("/web/api/devicetype/list", "{\"rowsPerPage\": 100}")
                .json()
                .path("results");
        return StreamSupport.stream(types.spliterator(), false)
                .filter(type -> type.path("name").asText().equals("Brook"))
                .findFirst()
                .orElse(null);
    }

    private void assertSettingsAreTold(long type) throws IOException {
        JsonNode settings = admin.get("/web/api/devicetype/communication/procedure/requirements/brook")
                .json()
                .path("procedureSettings");
        assertThat(settings.findValuesAsText("name")).containsExactly("pause", "site");
        assertThat(settings.get(0).path("defaultValue").asInt()).isEqualTo(60);
        JsonNode stored = admin.get("/web/api/devicetype/" + type).json();
        assertThat(stored.path("communicationProcedure").asText()).isEqualTo("brook");
        assertThat(stored.path("fieldModel").asText()).isEqualTo("optional");
    }

    private Curl credential(long type) throws IOException {
        Answer made = admin.post(
                "/web/api/deviceauthentication/create",
                "{\"enabled\": true, \"username\": \"brook\", \"password\": \"a long secret 1\", "
                        + "\"deviceTypes\": [" + type + "]}");
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        return Curl.basic("brook", "a long secret 1");
    }

    private void aDeviceChecksIn(long type) throws Exception {
        Await.until("the route is served", () -> hello().status() == 200);
        assertThat(hello().text()).isEqualTo("disabled");
        String query = "{\"filters\": [{\"filterBy\": \"serialNumber\", \"filterType\": \"equal\", "
                + "\"filterValue\": \"A-1\"}]}";
        JsonNode row =
                admin.post("/web/api/device/list", query).json().path("results").get(0);
        assertThat(row.path("deviceType").path("id").asLong()).isEqualTo(type);
        assertThat(row.path("model").asText()).isEqualTo("one");
        assertThat(device.post(url, "text/plain", "model one").text()).isEqualTo("error serialNumber");
        String enable = "/web/api/device/" + row.path("id").asLong() + "/enable";
        assertThat(admin.post(enable, "{}").status()).isEqualTo(200);
        assertThat(hello().text()).isEqualTo("site unknown\npause 60");
    }

    private Curl.Reply hello() throws IOException {
        return device.post(url, "text/plain", "serial A-1\nmodel one\nfirmware 1.0");
    }
}
