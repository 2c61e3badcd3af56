// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every request meets, whatever is behind. */
@ExtendWith(SharedServer.class)
class EdgeIT {

    private static final List<String> CHECKS =
            List.of("database", "encryption", "schema", "platform", "devices", "api", "console");

    private Server server;
    private Http https;

    @BeforeEach
    void connect(Server shared) {
        server = shared;
        https = shared.https();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/web/",
                "/web/devices",
                "/health/live",
                "/health/ready",
                "/web/api/anonymous/configuration",
                "/web/api/authentication/get/roles",
                "/web/api/no/such/route",
                "/no/such/path",
                "/web/../web/"
            })
    void everyAnswerHasTheSecurityHeaders(String path) throws Exception {
        Answer answer = https.get(path);
        assertThat(answer.header("X-Request-Id")).isNotBlank();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Permissions-Policy")).isNotBlank();
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=");
        assertThat(answer.header("Server")).isNull();
        assertThat(answer.header("X-Powered-By")).isNull();
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void aRequestThatCannotBeParsedIsAnsweredInJson() throws Exception {
        for (Answer answer : List.of(
                https.with("Host", "").get("/web/ HTTP/9.9 x"),
                https.with("X-Long", "x".repeat(40_000)).get("/web/"))) {
            assertThat(answer.status()).isBetween(400, 499);
            assertThat(answer.json().get("code").intValue()).isEqualTo(answer.status());
            assertThat(answer.header("X-Request-Id")).isNotBlank();
            assertThat(answer.header("Server")).isNull();
        }
    }

    @Test
    void everyRequestHasAnIdOfItsOwn() throws Exception {
        String given = "chosen-by-the-client";
        String first = https.with("X-Request-Id", given).get("/health/live").header("X-Request-Id");
        assertThat(first).isNotEqualTo(given);
        assertThat(https.get("/health/live").header("X-Request-Id")).isNotEqualTo(first);
    }

    @Test
    void theIdOfARefusedRequestIsInTheLog() throws Exception {
        String id = https.get("/no/such/path").header("X-Request-Id");
        Await.until("request " + id + " in the log", () -> server.log().contains(id));
    }

    @Test
    void answersOfTheApiAreNotKept() throws Exception {
        assertThat(https.get(Api.CONFIGURATION).header("Cache-Control")).isEqualTo("no-store");
        assertThat(https.get(Api.ROLES).header("Cache-Control")).isEqualTo("no-store");
        assertThat(https.get("/health/ready").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void healthTellsLiveAndReady() throws Exception {
        Answer live = https.get("/health/live");
        assertThat(live.status()).isEqualTo(200);
        assertThat(live.text("status")).isEqualTo("up");
        Answer ready = https.get("/health/ready");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.text("status")).isEqualTo("up");
        for (String check : CHECKS) {
            JsonNode state = ready.json().at("/checks/" + check + "/status");
            assertThat(state.textValue()).as(ready.body()).isEqualTo("up");
        }
        Errors.assertPlain(https.get("/health"), 404);
        Errors.assertPlain(https.post("/health/live"), 405);
        assertThat(https.send("HEAD", "/health/live", null).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/web", "/web/", "/web/devices", "/authentication/login"})
    void theConsoleIsOnePage(String path) throws Exception {
        Answer answer = https.get(path);
        if (answer.status() == 302) {
            assertThat(answer.header("Location")).isEqualTo("/web/");
            answer = https.get("/web/");
        }
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body()).containsIgnoringCase("<!doctype html>");
    }

    @Test
    void anUnchangedPageIsNotSentAgain() throws Exception {
        Answer page = https.get("/web/");
        String tag = page.header("ETag");
        assertThat(tag).isNotBlank();
        Answer again = https.with("If-None-Match", tag).get("/web/");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        Answer packed = https.with("Accept-Encoding", "gzip").get("/web/");
        assertThat(packed.body()).isEqualTo(page.body());
        assertThat(https.with("If-None-Match", "\"other\"").get("/web/").status())
                .isEqualTo(200);
    }

    @Test
    void whatIsNotThereIsNoPage() throws Exception {
        for (String path : List.of("/no/such/path", "/webx", "/web.html", "/system", "/index.html")) {
            Errors.assertPlain(https.get(path), 404);
        }
        Answer file = https.get("/web/assets/no-such-file.js");
        assertThat(file.status()).isEqualTo(404);
        assertThat(file.body()).doesNotContainIgnoringCase("<html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/web/../etc/master.key",
                "/web/%2e%2e/etc/master.key",
                "/web/..%2f..%2fetc/master.key",
                "/web/..;/etc/master.key",
                "/web//api/anonymous/configuration",
                "/web/api;x=y/anonymous/configuration",
                "/web/.//api",
                "/web/api%2fanonymous",
                "/web/\\..\\etc",
                "/web/%00",
                "/web/%zz",
                "/web/./"
            })
    void pathsThatCanBeReadInTwoWaysAreRefused(String path) throws Exception {
        assertThat(https.get(path).json().get("code").intValue()).isEqualTo(400);
    }

    @Test
    void noMethodButTheKnownOnesIsServed() throws Exception {
        for (String method : List.of("TRACE", "CONNECT", "PROPFIND")) {
            Answer answer = https.send(method, "/web/", null);
            assertThat(answer.status()).as(method).isIn(400, 405);
            assertThat(answer.isJson()).isTrue();
        }
        assertThat(https.send("POST", "/web/", "").status()).isEqualTo(405);
    }

    @Test
    void thePlainPortOnlyLeadsToTheOther() throws Exception {
        Answer redirect = server.http().get("/web/devices?a=b%20c");
        assertThat(redirect.status()).isEqualTo(308);
        assertThat(redirect.header("Location"))
                .isEqualTo("https://127.0.0.1:" + server.ports().https() + "/web/devices?a=b%20c");
        assertThat(redirect.body()).isEmpty();
        Answer named = server.http()
                .with("Host", "ems.example.org:" + server.ports().http())
                .get("/");
        assertThat(named.header("Location"))
                .isEqualTo("https://ems.example.org:" + server.ports().https() + "/");
        assertThat(redirect.header("Strict-Transport-Security")).isNull();
    }

    @Test
    void thePlainPortTakesNoCredentials() throws Exception {
        Answer refused = server.http().post(Api.LOGIN, Api.object("username", "admin", "password", server.password()));
        Errors.assertPlain(refused, 403);
        assertThat(refused.header("Location")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/web/",
                "/web/api/anonymous/configuration",
                "/authentication/login",
                "/health/live",
                "/health/ready",
                "/metrics",
                "/dfx",
                "/unknown"
            })
    void thePortOfTheDevicesServesNothingElse(String path) throws Exception {
        Errors.assertPlain(server.devices().get(path), 404);
    }

    @Test
    void thePortOfTheDevicesNeverShowsTheConsole() throws Exception {
        for (String path : List.of("/router", "/router/x", "/df/x/y", "/df/../web/")) {
            Answer answer = server.devices().get(path);
            assertThat(answer.status()).isGreaterThanOrEqualTo(400);
            assertThat(answer.body()).doesNotContainIgnoringCase("<html");
        }
    }

    @Test
    void onlyThePortOfTheDevicesAsksForACertificate() throws Exception {
        Map<Integer, Boolean> expected =
                Map.of(server.ports().https(), false, server.ports().devices(), true);
        for (Map.Entry<Integer, Boolean> port : expected.entrySet()) {
            assertThat(Tls.asksForCertificate(port.getKey())).isEqualTo(port.getValue());
        }
    }
}
