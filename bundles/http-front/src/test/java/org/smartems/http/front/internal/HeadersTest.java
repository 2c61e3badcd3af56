// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.testing.RawClient;

class HeadersTest extends FrontTestBase {

    private static final String ORIGIN = "https://portal.example.org";

    @ParameterizedTest
    @ValueSource(strings = {"/web/", "/web/api/x", "/web/api/reset", "/web/api/error", "/nowhere", "/health/live", "/"})
    void areOnEveryAnswer(String path) throws Exception {
        RawClient.Answer answer = server.client("https").get(path);
        assertThat(answer.header("X-Request-Id")).matches("[0-9a-f]{32}");
        assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo(FrontConfiguration.CONTENT_SECURITY_POLICY);
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.headers().keySet())
                .noneMatch(name -> name.startsWith("Access-Control-") || name.equals("Server") || name.equals("Vary"));
    }

    @Test
    void keepTheApiOutOfCaches() throws Exception {
        assertThat(server.client("https").get("/web/api/x").header("Cache-Control"))
                .isEqualTo("no-store");
        assertThat(server.client("https").get("/health/ready").header("Cache-Control"))
                .isEqualTo("no-store");
        assertThat(server.client("https").get("/web/").header("Cache-Control")).isNull();
    }

    @Test
    void holdARequestIdOfOurOwn() throws Exception {
        RawClient.Answer first = server.client("https").get("/web/", "X-Request-Id: chosen");
        RawClient.Answer second = server.client("https").get("/web/", "X-Request-Id: chosen");
        assertThat(first.headers().get("X-Request-Id")).hasSize(1).doesNotContain("chosen");
        assertThat(first.header("X-Request-Id")).isNotEqualTo(second.header("X-Request-Id"));
        assertThat(first.body()).contains("id=" + first.header("X-Request-Id"));
    }

    @Test
    void followTheConfiguration() throws Exception {
        server.configure(Map.of("hstsMaxAge", 0L, "contentSecurityPolicy", ""));
        RawClient.Answer answer = server.client("https").get("/web/");
        assertThat(answer.header("Strict-Transport-Security")).isNull();
        assertThat(answer.header("Content-Security-Policy")).isNull();
    }

    @Test
    void saySoOnlyOverTls() throws Exception {
        assertThat(server.client("http").get("/web/").header("Strict-Transport-Security"))
                .isNull();
    }

    @Test
    void wordErrorsOfOthersInTheFormOfTheApi() throws Exception {
        RawClient.Answer answer = server.client("https").get("/web/api/error");
        assertRefused(answer, 404);
        assertThat(answer.body()).doesNotContain("secret");
        assertRefused(server.client("https").get("/web/api/fails"), 500);
        assertThat(server.client("https").get("/web/api/fails").body()).doesNotContain("secret");
    }

    @Test
    void openTheApiToConfiguredOriginsOnly() throws Exception {
        server.configure(Map.of("corsAllowedOrigins", new String[] {"https://a.example.org, " + ORIGIN}));
        RawClient.Answer allowed = server.client("https").get("/web/api/x", "Origin: " + ORIGIN);
        assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
        assertThat(allowed.header("Access-Control-Expose-Headers")).contains("X-Request-Id");
        assertThat(allowed.header("Access-Control-Expose-Headers").split(", "))
                .contains(
                        "Location",
                        "Tus-Checksum-Algorithm",
                        "Tus-Extension",
                        "Tus-Max-Size",
                        "Tus-Resumable",
                        "Tus-Version",
                        "Upload-Concat",
                        "Upload-Defer-Length",
                        "Upload-Expires",
                        "Upload-Length",
                        "Upload-Metadata",
                        "Upload-Offset");
        assertThat(allowed.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(allowed.header("Vary")).isEqualTo("Origin");
        for (String other : List.of(ORIGIN + ".evil.org", "null", "http://portal.example.org", "*", ORIGIN + "/")) {
            RawClient.Answer answer = server.client("https").get("/web/api/x", "Origin: " + other);
            assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
            assertThat(answer.header("Vary")).isEqualTo("Origin");
        }
        assertThat(server.client("https").get("/web/", "Origin: " + ORIGIN).header("Access-Control-Allow-Origin"))
                .isNull();
    }

    @Test
    void answerAPreflightWithoutRunningAnything() throws Exception {
        String[] preflight = {"Origin: " + ORIGIN, "Access-Control-Request-Method: POST"};
        RawClient.Answer closed = server.client("https").send("OPTIONS", "/web/api/x", preflight);
        assertThat(closed.status()).isEqualTo(204);
        assertThat(closed.headers().keySet()).noneMatch(name -> name.startsWith("Access-Control-"));
        server.configure(Map.of("corsAllowedOrigins", new String[] {ORIGIN}));
        for (String path : List.of("/web/api/x", "/web/tus/upload")) {
            RawClient.Answer open = server.client("https").send("OPTIONS", path, preflight);
            assertThat(open.status()).isEqualTo(204);
            assertThat(open.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
            assertThat(open.header("Access-Control-Allow-Methods")).contains("POST", "DELETE");
            assertThat(open.header("Access-Control-Allow-Headers")).contains("Authorization");
        }
        assertThat(server.passed).hasValue(0);
    }
}
