// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.testing.RawClient;

class PathTest extends FrontTestBase {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/web/..;/x",
                "/web/../x",
                "/web/./x",
                "/web/..",
                "/web/.",
                "/web/%2e%2e/x",
                "/web/%2E./x",
                "/web//x",
                "//web/x",
                "/web/x;jsessionid=1",
                "/web/%2fx",
                "/web/%5cx",
                "/web/\\x",
                "/web/%00",
                "/web/%0d%0ax",
                "/web/%7f",
                "/web/%61pi/x",
                "/%77eb/",
                "/web/a%2Dpi",
                "/web/%zz",
                "/web/%",
                "/web/\u00e4",
                "/routerX/../web/",
                "https://localhost/web/",
                "http://elsewhere/web/",
            })
    void refusesTricks(String target) throws Exception {
        for (String connector : List.of("https", "devices", "http")) {
            assertRefused(server.client(connector).get(target), 400);
        }
        assertThat(server.passed).hasValue(0);
    }

    @Test
    void refusesAsteriskForm() throws Exception {
        assertRefused(server.client("https").send("OPTIONS", "*"), 400);
    }

    @Test
    void refusesLongPaths() throws Exception {
        assertRefused(server.client("https").get("/web/" + "x".repeat(4092)), 414);
        assertThat(server.client("https").get("/web/" + "x".repeat(4091)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/web/", "/web/a%20b", "/web/a.b/..c", "/web/?q=//..;%2e", "/authentication/login"})
    void letsTheConsoleThrough(String target) throws Exception {
        assertThat(server.client("https").get(target).status()).isEqualTo(200);
        assertThat(server.passed).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/authentication", "/df", "/metrics", "/scep", "/.well-known/x"})
    void answersReservedPathsThatNobodyServesWith404(String target) throws Exception {
        assertRefused(server.client("https").get(target), 404);
        assertThat(server.passed).hasValue(0);
    }

    @Test
    void redirectsTheRootToTheConsole() throws Exception {
        for (String path : List.of("/", "/web")) {
            RawClient.Answer answer = server.client("https").get(path);
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("Location")).isEqualTo("/web/");
            assertThat(answer.header("X-Request-Id")).isNotNull();
        }
        assertRefused(server.client("https").post("/", "x"), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "get"})
    void refusesOtherMethodsEverywhere(String method) throws Exception {
        for (String path : List.of("/web/", "/web/api/x", "/health/live")) {
            assertThat(server.client("https").send(method, path).status()).isIn(400, 405);
        }
        assertRefused(server.client("https").send("PROPFIND", "/web/"), 405);
        assertThat(server.client("https").send("TRACE", "/web/").header("Allow"))
                .contains("GET");
        assertThat(server.passed).hasValue(0);
    }

    @Test
    void neverRunsAGetForHeadOnTheApi() throws Exception {
        RawClient.Answer answer = server.client("https").send("HEAD", "/web/api/device/1");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET").doesNotContain("HEAD");
        assertThat(answer.body()).isEmpty();
        assertThat(server.client("https").send("OPTIONS", "/web/api/device/1").status())
                .isEqualTo(204);
        assertThat(server.passed).hasValue(0);
        assertThat(server.client("https").send("HEAD", "/web/api/downloads/1").status())
                .isEqualTo(405);
        for (String path : List.of("/web/", "/web/tus/upload/2", "/web/api/download/firmware/a/b/c")) {
            assertThat(server.client("https").send("HEAD", path).status())
                    .as(path)
                    .isEqualTo(200);
        }
        assertThat(server.passed).hasValue(3);
    }
}
