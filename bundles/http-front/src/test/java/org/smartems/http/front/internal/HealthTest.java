// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smartems.spi.health.Health;
import org.smartems.spi.health.HealthCheck;
import org.smartems.testing.RawClient;

class HealthTest extends FrontTestBase {

    private final List<HealthCheck> added = new ArrayList<>();

    @AfterEach
    void removeChecks() {
        added.forEach(server.front::removeHealthCheck);
    }

    @Test
    void isLiveWhateverTheChecksSay() throws Exception {
        add("database", () -> Health.down("refused"));
        RawClient.Answer answer = server.client("https").get("/health/live");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
    }

    @Test
    void isReadyWhenEveryCheckIsUp() throws Exception {
        assertThat(ready()).isEqualTo("200 {\"status\":\"up\",\"checks\":{}}");
        add("database", Health::up);
        add("api", Health::up);
        assertThat(ready())
                .isEqualTo("200 {\"status\":\"up\",\"checks\":{\"api\":{\"status\":\"up\"},"
                        + "\"database\":{\"status\":\"up\"}}}");
    }

    @Test
    void isNotReadyWhileACheckIsDown() throws Exception {
        HealthCheck down = add("database", () -> Health.down("say \"no\"\n"));
        assertThat(ready())
                .isEqualTo("503 {\"status\":\"down\",\"checks\":{\"database\":{\"status\":\"down\","
                        + "\"reason\":\"say \\\"no\\\"\\u000a\"}}}");
        assertThat(server.client("https").get("/health/ready").header("Retry-After"))
                .isEqualTo("5");
        server.front.removeHealthCheck(down);
        assertThat(ready()).startsWith("200");
    }

    @Test
    void countsAFailingCheckAsDown() throws Exception {
        add("broken", () -> {
            throw new IllegalStateException("secret");
        });
        add("empty", () -> null);
        assertThat(ready())
                .startsWith("503")
                .contains("\"broken\":{\"status\":\"down\"", "\"empty\":{\"status\":\"down\"")
                .doesNotContain("secret");
    }

    @Test
    void missesARequiredCheck() throws Exception {
        server.configure(Map.of("requiredChecks", new String[] {"api, fleet"}));
        add("api", Health::up);
        assertThat(ready())
                .isEqualTo("503 {\"status\":\"down\",\"checks\":{\"api\":{\"status\":\"up\"},"
                        + "\"fleet\":{\"status\":\"down\",\"reason\":\"not started\"}}}");
        add("fleet", Health::up);
        assertThat(ready()).startsWith("200");
    }

    @Test
    void answersOnlyReads() throws Exception {
        RawClient.Answer head = server.client("https").send("HEAD", "/health/ready");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String path : List.of("/health/live", "/health/ready")) {
            RawClient.Answer answer = server.client("https").post(path, "x");
            assertRefused(answer, 405);
            assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
        }
        for (String path : List.of("/health", "/health/", "/health/x", "/health/live/x")) {
            assertRefused(server.client("https").get(path), 404);
        }
        assertThat(server.passed).hasValue(0);
    }

    @Test
    void sendsApiClientsAwayUntilTheApiIsUp() throws Exception {
        server.configure(Map.of("requiredChecks", new String[] {"api"}));
        for (String path : List.of("/web/api/x", "/web/tus/upload")) {
            RawClient.Answer answer = server.client("https").get(path);
            assertRefused(answer, 503);
            assertThat(answer.body()).contains("\"message\":\"starting\"");
            assertThat(answer.header("Retry-After")).isEqualTo("5");
        }
        assertThat(server.client("https").get("/web/").status()).isEqualTo(200);
        HealthCheck api = add("api", () -> Health.down("later"));
        assertRefused(server.client("https").get("/web/api/x"), 503);
        server.front.removeHealthCheck(api);
        add("api", Health::up);
        assertThat(server.client("https").get("/web/tus/upload").status()).isEqualTo(200);
    }

    @Test
    void showsAPageThatReloadsUntilTheConsoleIsThere() throws Exception {
        server.configure(Map.of("requiredChecks", new String[] {"console"}));
        RawClient.Answer answer = server.client("https").get("/web/login");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.header("Refresh")).isEqualTo("2");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(server.passed).hasValue(0);
        add("console", Health::up);
        assertThat(server.client("https").get("/web/login").status()).isEqualTo(200);
    }

    @Test
    void sendsApiClientsAwayWhileTheDatabaseIsDown() throws Exception {
        add("database", () -> Health.down("refused"));
        RawClient.Answer answer = server.client("https").get("/web/api/x");
        assertRefused(answer, 503);
        assertThat(answer.body()).contains("\"message\":\"databaseUnavailable\"");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(server.passed).hasValue(0);
        assertThat(server.client("https").get("/web/").status()).isEqualTo(200);
    }

    private HealthCheck add(String name, HealthCheck check) {
        server.front.addHealthCheck(check, Map.of(HealthCheck.NAME, name));
        added.add(check);
        return check;
    }

    private static String ready() throws Exception {
        RawClient.Answer answer = server.client("https").get("/health/ready");
        return answer.status() + " " + answer.body();
    }
}
