// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.spi.health.Health;
import org.smartems.spi.health.HealthCheck;
import org.smartems.testing.RawClient;

class DevicesTest extends FrontTestBase {

    private static final Filter DESCRIBES = (request, response, chain) -> {
        HttpServletRequest http = (HttpServletRequest) request;
        response.getWriter()
                .print(String.join(
                        " ",
                        "devices",
                        http.getMethod(),
                        String.valueOf(request.getAttribute("org.smartems.http.requestTarget")),
                        String.valueOf(request.getAttribute(Devices.BASE_URL)),
                        "[" + request.getAttribute(Devices.FORWARDED_FOR) + "]"));
    };

    /** A filter that is a check too. */
    private static final class Checked implements Filter, HealthCheck {

        @Override
        public Health check() {
            return Health.up();
        }

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            DESCRIBES.doFilter(request, response, chain);
        }
    }

    private Filter present = DESCRIBES;

    @AfterEach
    void remove() {
        server.front.unsetDevices(present);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/router",
                "/router/tk800/config",
                "/routers/x",
                "/df/token/file.bin",
                "/webx",
                "/WEB/",
                "/dfx",
                "/index.html",
                "/favicon.ico",
                "/api/v1",
                "/healthy"
            })
    void sendsDevicesAwayUntilTheyAreServed(String path) throws Exception {
        for (String connector : List.of("https", "devicesExtra")) {
            RawClient.Answer answer = server.client(connector).post(path, "x=y");
            assertRefused(answer, 503);
            assertThat(Integer.parseInt(answer.header("Retry-After")))
                    .as("not all at once")
                    .isBetween(5, 34);
        }
        server.front.setDevices(DESCRIBES, Map.of());
        for (String connector : List.of("https", "devicesExtra")) {
            assertThat(server.client(connector).post(path, "x=y").body()).startsWith("devices POST " + path + " ");
        }
        assertThat(server.passed).hasValue(0);
    }

    @Test
    void servesRoutersAndFirmwareAloneOnTheirPort() throws Exception {
        server.front.setDevices(DESCRIBES, Map.of());
        for (String path : List.of("/router/x", "/df/x/y")) {
            assertThat(server.client("devices").get(path).body()).startsWith("devices GET");
        }
        for (String path : List.of("/api/x", "/dfx", "/web/", "/")) {
            assertRefused(server.client("devices").get(path), 404);
        }
    }

    @Test
    void leavesTheMethodsToTheServiceForDevices() throws Exception {
        server.front.setDevices(DESCRIBES, Map.of());
        for (String method : List.of("GET", "PUT", "DELETE", "OPTIONS")) {
            assertThat(server.client("https").send(method, "/api/x").body()).startsWith("devices " + method);
        }
        assertThat(server.client("https").send("HEAD", "/api/x").status()).isEqualTo(200);
    }

    @Test
    void countsAsACheckForAsLongAsItIsReached() throws Exception {
        server.configure(Map.of("requiredChecks", new String[] {"devices"}));
        assertThat(server.client("https").get("/health/ready").status()).isEqualTo(503);
        present = new Checked();
        server.front.setDevices(present, Map.of(HealthCheck.NAME, "devices"));
        assertThat(server.client("https").get("/health/ready").status()).isEqualTo(200);
        server.front.unsetDevices(present);
        assertThat(server.client("https").get("/health/ready").status()).isEqualTo(503);
    }

    @Test
    void keepsTheNextOneWhenTheFormerGoes() throws Exception {
        Filter former = (request, response, chain) -> response.getWriter().print("former");
        server.front.setDevices(former, Map.of());
        server.front.setDevices(DESCRIBES, Map.of());
        server.front.unsetDevices(former);
        assertThat(server.client("https").get("/api/x").body()).startsWith("devices");
    }

    @Test
    void asksToComeAgainWhenTheRequestIsHandedBack() throws Exception {
        present = (request, response, chain) -> chain.doFilter(request, response);
        server.front.setDevices(present, Map.of());
        assertRefused(server.client("https").get("/api/x"), 503);
        assertThat(server.passed).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "https, '',                       ems.example.org:18443, https://ems.example.org:18443",
        "https, '',                       ems.example.org,       https://ems.example.org",
        "https, '',                       '[::1]:18443',         https://[::1]:18443",
        "https, https://public.org,       ems.example.org:18443, https://public.org",
        "https, https://public.org:444/x, ems.example.org:18443, https://public.org:444",
        "http,  https://public.org,       ems.example.org:8181,  http://ems.example.org:8181"
    })
    void tellsTheAddressByWhichTheDeviceReachesTheServer(String connector, String publicUrl, String host, String url)
            throws Exception {
        server.configure(Map.of("publicUrl", publicUrl, "devicesOverHttp", true));
        server.front.setDevices(DESCRIBES, Map.of());
        assertThat(server.client(connector).get("/router/x", "Host: " + host).body())
                .isEqualTo("devices GET /router/x " + url + " []");
    }

    @Test
    void makesNoAddressOfAHostThatIsNone() throws Exception {
        server.front.setDevices(DESCRIBES, Map.of());
        assertRefused(server.client("https").get("/router/x", "Host: a\"b"), 400);
    }

    @Test
    void tellsTheWayThatATrustedProxyNames() throws Exception {
        server.front.setDevices(DESCRIBES, Map.of());
        String[] headers = {"X-Forwarded-For: 203.0.113.5, 10.0.0.1", "X-Forwarded-Host: ems.example.org"};
        assertThat(server.client("https").get("/router/x", headers).body()).endsWith("[]");
        server.configure(Map.of("trustedProxies", new String[] {"127.0.0.1"}));
        assertThat(server.client("https").get("/router/x", headers).body())
                .endsWith("https://ems.example.org [203.0.113.5, 10.0.0.1]");
    }

    @Test
    void letsAHeaderBeSetToTheLetter() throws Exception {
        for (String type : List.of(
                "text/html; charset=UTF-8",
                "Text/HTML;Charset=utf-8",
                "application/JSON",
                "configuration/FirmwareUpdate",
                "text/plain")) {
            present = (request, response, chain) -> {
                @SuppressWarnings("unchecked")
                BiConsumer<String, String> header =
                        (BiConsumer<String, String>) request.getAttribute("org.smartems.http.header");
                header.accept("Content-Type", type);
                ((HttpServletResponse) response).setStatus(200);
                response.setContentLength(2);
                response.getOutputStream().write(new byte[] {'o', 'k'});
            };
            server.front.setDevices(present, Map.of());
            RawClient.Answer answer = server.client("https").get("/api/x");
            assertThat(answer.header("Content-Type")).isEqualTo(type);
            assertThat(answer.body()).isEqualTo("ok");
        }
    }
}
