// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smartems.testing.RawClient;

class ProxyTest extends FrontTestBase {

    private static final String[] FORWARDED = {
        "X-Forwarded-For: 198.51.100.9, 203.0.113.5, 10.1.2.3",
        "X-Forwarded-Proto: https",
        "X-Forwarded-Host: ems.example.org",
    };

    @Test
    void ignoresAndHidesTheHeadersOfAnybody() throws Exception {
        RawClient.Answer answer = server.client("https")
                .get(
                        "/web/",
                        "X-Forwarded-For: 203.0.113.5",
                        "X-Forwarded-Host: evil.example.org",
                        "X-Forwarded-Proto: http",
                        "X-Real-IP: 203.0.113.5",
                        "Forwarded: for=203.0.113.5;host=evil.example.org");
        assertThat(answer.body())
                .contains("address=127.0.0.1 remoteHost=127.0.0.1 secure=true url=https://localhost/web/")
                .contains("forwarded=nullnull")
                .doesNotContain("203.0.113.5", "evil")
                .doesNotContainIgnoringCase("x-forwarded", "x-real-ip");
    }

    @Test
    void keepsPlainPlainForAnybody() throws Exception {
        assertThat(server.client("http").get("/web/", FORWARDED).status()).isEqualTo(308);
        assertThat(server.passed).hasValue(0);
    }

    @Test
    void believesATrustedProxy() throws Exception {
        trust("127.0.0.0/8, 10.0.0.0/8", Map.of());
        RawClient.Answer answer = server.client("http").get("/web/", FORWARDED);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Strict-Transport-Security")).isNotNull();
        assertThat(answer.body())
                .contains("address=203.0.113.5 remoteHost=203.0.113.5 secure=true url=https://ems.example.org/web/")
                .contains("certificate=false")
                .doesNotContainIgnoringCase("x-forwarded");
    }

    @Test
    void takesThePlainSideOfATlsProxyForPlain() throws Exception {
        trust("127.0.0.1", Map.of());
        assertThat(server.client("https")
                        .get("/web/", "X-Forwarded-Proto: http")
                        .status())
                .isEqualTo(308);
        assertThat(server.client("http")
                        .get("/web/", "X-Forwarded-Proto: https", "X-Forwarded-Proto: http")
                        .status())
                .isEqualTo(308);
    }

    @Test
    void stopsAtAnAddressThatIsNone() throws Exception {
        trust("127.0.0.1", Map.of());
        for (String made : new String[] {"203.0.113.5, unknown", "localhost", "203.0.113.5, 1.2.3", "_hidden"}) {
            assertThat(server.client("https")
                            .get("/web/", "X-Forwarded-For: " + made)
                            .body())
                    .contains("address=127.0.0.1 ");
        }
        assertThat(server.client("https")
                        .get("/web/", "X-Forwarded-For: 203.0.113.5:1234")
                        .body())
                .contains("address=203.0.113.5 ");
        assertThat(server.client("https")
                        .get("/web/", "X-Forwarded-For: [2001:db8::1]:1234")
                        .body())
                .contains("address=2001:db8:0:0:0:0:0:1 ");
    }

    @Test
    void keepsTheHostThatTheProxyPassesOn() throws Exception {
        trust("127.0.0.1", Map.of());
        assertThat(server.client("http")
                        .get("/web/", "Host: ems.example.org", "X-Forwarded-Proto: https")
                        .body())
                .contains("url=https://ems.example.org/web/");
    }

    @Test
    void believesOneKindOfHeadersOnly() throws Exception {
        trust("127.0.0.1", Map.of());
        assertThat(server.client("https")
                        .get("/web/", "Forwarded: for=203.0.113.5")
                        .body())
                .contains("address=127.0.0.1 ");
        trust("127.0.0.1 ::1", Map.of("proxyHeaders", "forwarded"));
        assertThat(server.client("https").get("/web/", FORWARDED).body()).contains("address=127.0.0.1 ");
        assertThat(server.client("http")
                        .get(
                                "/web/",
                                "Forwarded: for=198.51.100.1;proto=http;host=evil, "
                                        + "For=\"[2001:db8::2]:99\";proto=https;host=\"ems.example.org:444\"")
                        .body())
                .contains("address=2001:db8:0:0:0:0:0:2 ", "url=https://ems.example.org:444/web/");
    }

    @Test
    void appliesTheHostRuleToTheForwardedHost() throws Exception {
        trust("127.0.0.1", Map.of("allowedHosts", new String[] {"ems.example.org"}));
        assertThat(server.client("https").get("/web/", FORWARDED).status()).isEqualTo(200);
        assertRefused(server.client("https").get("/web/", "X-Forwarded-Host: evil.example.org"), 421);
    }

    @Test
    void readsNetworks() {
        assertThat(matches("10.0.0.0/8", "10.255.0.1")).isTrue();
        assertThat(matches("10.0.0.0/8", "11.0.0.1")).isFalse();
        assertThat(matches("192.0.2.128/25", "192.0.2.127")).isFalse();
        assertThat(matches("2001:db8::/33", "2001:db8:7fff::1")).isTrue();
        assertThat(matches("2001:db8::/33", "2001:db8:8000::1")).isFalse();
        assertThat(matches("::ffff:10.0.0.1", "10.0.0.1")).isTrue();
        assertThat(matches("0.0.0.0/0", "::1")).isFalse();
        for (String bad :
                new String[] {"", "localhost", "10.0.0.0/33", "10.0.0/8", "10.0.0.0/x", "10.0.0.0/-1", "/8"}) {
            assertThat(AddressRange.parse(bad)).isEmpty();
        }
    }

    private static boolean matches(String range, String address) {
        return AddressRange.parse(range)
                .orElseThrow()
                .contains(AddressRange.address(address).orElseThrow());
    }

    private static void trust(String proxies, Map<String, Object> further) {
        Map<String, Object> members = new HashMap<>(further);
        members.put("trustedProxies", new String[] {proxies});
        server.configure(members);
    }
}
