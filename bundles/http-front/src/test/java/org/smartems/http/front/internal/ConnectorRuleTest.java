// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.testing.RawClient;

class ConnectorRuleTest extends FrontTestBase {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/web/",
                "/web/api/authentication/login",
                "/authentication/x",
                "/health/live",
                "/df",
                "/metrics"
            })
    void neverServesTheConsoleOnTheDevicesPorts(String path) throws Exception {
        for (String connector : List.of("devices", "devicesExtra")) {
            assertRefused(server.client(connector).get(path), 404);
            assertRefused(server.client(connector).post(path, "x=y"), 404);
        }
        assertThat(server.passed).hasValue(0);
    }

    @Test
    void redirectsPlainGetAndHead() throws Exception {
        server.configure(Map.of("httpsPort", 9443));
        for (String method : List.of("GET", "HEAD")) {
            RawClient.Answer answer = server.client("http").send(method, "/web/x?y=%20z", "Host: ems.example.org:8181");
            assertThat(answer.status()).isEqualTo(308);
            assertThat(answer.header("Location")).isEqualTo("https://ems.example.org:9443/web/x?y=%20z");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        }
        assertThat(server.client("http").get("/health/live", "Host: [::1]:8181").header("Location"))
                .isEqualTo("https://[::1]:9443/health/live");
        assertThat(server.passed).hasValue(0);
    }

    @Test
    void redirectsToThePublicUrl() throws Exception {
        server.configure(Map.of("publicUrl", "https://ems.example.org"));
        assertThat(server.client("http").get("/web/", "Host: elsewhere").header("Location"))
                .isEqualTo("https://ems.example.org/web/");
    }

    @Test
    void redirectsToNoMadeUpHost() throws Exception {
        RawClient.Answer answer = server.client("http").get("/web/", "Host: a@b<c");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Location")).isNull();
    }

    @Test
    void neverReadsCredentialsThatComeInPlain() throws Exception {
        try (Socket socket = server.client("http").open()) {
            RawClient.write(
                    socket, RawClient.head("POST", "/web/api/authentication/login_check", "Content-Length: 100"));
            RawClient.Answer answer = RawClient.read(socket);
            assertRefused(answer, 403);
            assertThat(answer.body()).contains("use https");
            assertThat(answer.header("Connection")).isEqualTo("close");
        }
        assertThat(server.passed).hasValue(0);
    }

    @Test
    void takesDevicesOverHttpOnlyWhenTheInstallerSaysSo() throws Exception {
        assertRefused(server.client("http").post("/router/tk800/config", "x=y"), 403);
        server.configure(Map.of("devicesOverHttp", true));
        assertRefused(server.client("http").post("/router/tk800/config", "x=y"), 503);
        assertRefused(server.client("http").get("/df/token/file"), 503);
        assertRefused(server.client("http").post("/web/api/x", "x=y"), 403);
        assertThat(server.client("http").get("/web/").status()).isEqualTo(308);
        assertThat(server.passed).hasValue(0);
    }

    @Test
    void knowsOnlyTheAllowedHosts() throws Exception {
        server.configure(Map.of(
                "allowedHosts", new String[] {"Ems.example.org , ::1"}, "publicUrl", "https://public.example.org"));
        for (String host : List.of(
                "ems.example.org", "EMS.example.org:8443", "ems.example.org.", "[::1]:1", "public.example.org")) {
            assertThat(server.client("https").get("/web/", "Host: " + host).status())
                    .isEqualTo(200);
        }
        for (String host : List.of("localhost", "ems.example.org.evil.org", "127.0.0.1")) {
            assertRefused(server.client("https").get("/web/", "Host: " + host), 421);
            assertRefused(server.client("http").get("/web/", "Host: " + host), 421);
        }
    }
}
