// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smartems.itests.misbehaving.Activator;

/** Plug-ins that misbehave in every way, in a running server: what becomes of them, and that others go on. */
@ExtendWith(SharedServer.class)
class PlugInContainmentIT {

    private static final String ROOT = "/web/api/";
    private static final String BUNDLE = "org.smartems.itests.misbehaving";
    private static final int CALM_CALLS = Integer.getInteger("plugins.calls", 100);

    private final ExecutorService devices = Executors.newCachedThreadPool();
    private Server server;
    private Http admin;
    private Curl device;
    private Http calm;
    private Path jar;

    @BeforeEach
    void deploy(Server shared) throws Exception {
        server = shared;
        Api api = Api.of(server).elsewhere();
        admin = api.http().bearer(api.session("admin", server.password()).text("token"));
        jar = server.home().resolve("deploy/misbehaving.jar");
        Path ready = server.home().resolve("misbehaving.jar");
        PlugIn.writeJar(ready, BUNDLE, Activator.class);
        Files.move(ready, jar, ATOMIC_MOVE);
        Await.until("the device types are there", () -> types().size() == 2);
        String types = types().toString();
        String username = "wild" + System.nanoTime();
        Answer made = admin.post(
                ROOT + "deviceauthentication/create",
                "{\"enabled\": true, \"username\": \"" + username
                        + "\", \"password\": \"a long secret 1\", \"deviceTypes\": " + types + "}");
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        device = Curl.basic(username, "a long secret 1");
        String login = Base64.getEncoder().encodeToString((username + ":a long secret 1").getBytes(UTF_8));
        calm = server.https().with("Authorization", "Basic " + login).with("Content-Type", "text/plain");
        Await.until("the routes are served", () -> call("calm", "") == 200 && call("wild", "") == 200);
    }

    @AfterEach
    void remove() throws IOException {
        devices.shutdownNow();
        Files.deleteIfExists(jar);
    }

    @Test
    void othersGoOnWhileOneMisbehaves() throws Exception {
        String before = callsASecondOfOthers();
        assertThat(call("wild", "throw")).isEqualTo(500);
        assertThat(call("wild", "null")).isEqualTo(500);
        assertThat(call("wild", "allocate")).isEqualTo(503);
        assertState("procedure:wild", "serving", 2, 1);
        assertThat(find("procedure:wild").path("lastFault").asText()).contains("memory");

        List<Future<Integer>> stuck = new ArrayList<>();
        for (String fault : List.of("loop", "lock")) {
            stuck.add(devices.submit(() -> call("wild", fault)));
        }
        Await.until(
                "both are inside", () -> find("procedure:wild").path("running").asInt() == 2);
        String meanwhile = callsASecondOfOthers();
        assertThat(stuck).noneMatch(Future::isDone);
        for (Future<Integer> call : stuck) {
            assertThat(call.get()).isEqualTo(503);
        }
        assertFaultyUntilItIsRestarted();
        assertLogged();
        System.out.printf(
                "calls a second of others: %s, while two are stuck: %s, afterwards: %s%n",
                before, meanwhile, callsASecondOfOthers());
    }

    @Test
    void whatIsNotUsedIsListedWithTheReason() throws Exception {
        assertState("procedure:router@" + BUNDLE, "duplicate", 0, 0);
        assertThat(deny("procedure:router@" + BUNDLE)).isEqualTo("deny.plugIn.duplicate");
        assertThat(find("procedure:router").path("state").asText()).isEqualTo("serving");
        for (String kind : List.of("procedure", "authenticator")) {
            JsonNode unusable = rows().stream()
                    .filter(row -> row.path("bundle").asText().equals(BUNDLE))
                    .filter(row -> row.path("kind").asText().equals(kind))
                    .filter(row -> row.path("state").asText().equals("unusable"))
                    .findFirst()
                    .orElseThrow();
            assertThat(unusable.path("faults").asInt()).isEqualTo(1);
            assertThat(unusable.path("lastFault").asText()).isNotBlank();
        }
        Await.until(
                "the taken route is told",
                () -> find("preset:taken").path("faults").asInt() == 1);
        assertThat(find("preset:taken").path("lastFault").asText()).contains("routePrefix");
        assertThat(find("generator:wild").path("provides").asText()).isEqualTo("Wild");
        assertThat(admin.get(ROOT + "options/authentication/methods").status()).isEqualTo(200);

        String listed =
                server.shell("smartems:plugin-list --json").requireSuccess().output();
        assertThat(listed).contains("procedure:router@" + BUNDLE, "\"duplicate\"", "\"unusable\"", "preset:taken");
    }

    private void assertFaultyUntilItIsRestarted() throws IOException {
        assertState("procedure:wild", "faulty", 2, 3);
        assertThat(call("wild", "")).isEqualTo(503);
        assertThat(call("calm", "")).isEqualTo(200);
        assertThat(server.https().get("/health/ready").status()).isEqualTo(200);
        JsonNode restarted = admin.post(
                        ROOT + "plugin/" + find("procedure:wild").path("id").asLong() + "/restart", "{}")
                .json();
        assertThat(restarted.path("state").asText()).isEqualTo("serving");
        assertThat(restarted.path("faults").asInt()).isZero();
        assertThat(call("wild", "")).isEqualTo(200);
        String audited = admin.post(ROOT + "auditlogchange/list", "{\"rowsPerPage\": 100}")
                .body();
        assertThat(audited).contains("\"PlugIn\"");
    }

    private void assertLogged() throws Exception {
        Await.until("the log tells of each fault", () -> {
            String lines = admin.post(ROOT + "communicationlog/list", "{\"rowsPerPage\": 100}")
                    .body();
            return lines.contains("wild") && lines.contains("IllegalStateException");
        });
    }

    private void assertState(String id, String state, int faults, int stuck) throws IOException {
        JsonNode row = find(id);
        assertThat(row.path("state").asText()).as(row.toString()).isEqualTo(state);
        assertThat(row.path("faults").asInt()).as(row.toString()).isEqualTo(faults);
        assertThat(row.path("stuck").asInt()).as(row.toString()).isEqualTo(stuck);
    }

    private String deny(String id) throws IOException {
        return find(id).path("deny").path("restart").asText();
    }

    private JsonNode find(String id) throws IOException {
        return rows().stream()
                .filter(row -> row.path("representation").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no plug-in " + id));
    }

    private List<JsonNode> rows() throws IOException {
        JsonNode page =
                admin.post(ROOT + "plugin/list", "{\"rowsPerPage\": 100}").json();
        return list(page.path("results"));
    }

    private List<Long> types() throws IOException {
        JsonNode page =
                admin.post(ROOT + "devicetype/list", "{\"rowsPerPage\": 100}").json();
        return list(page.path("results")).stream()
                .filter(type ->
                        List.of("calm", "wild").contains(type.path("name").asText()))
                .map(type -> type.path("id").asLong())
                .toList();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private String callsASecondOfOthers() throws IOException {
        Http kept = calm.keeping();
        long begin = System.nanoTime();
        for (int i = 0; i < CALM_CALLS; i++) {
            assertThat(kept.send("POST", "/calm/do", "").status()).isEqualTo(200);
        }
        return "%.0f".formatted(CALM_CALLS / ((System.nanoTime() - begin) / 1e9));
    }

    private int call(String family, String what) throws IOException {
        String url = "https://127.0.0.1:" + server.ports().https() + "/" + family + "/do";
        return device.post(url, "text/plain", what).status();
    }
}
