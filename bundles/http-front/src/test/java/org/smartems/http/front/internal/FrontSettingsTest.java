// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FrontSettingsTest {

    @Test
    void hasDefaults() {
        FrontSettings settings = read(Map.of());
        assertThat(settings.publicUrl()).isEmpty();
        assertThat(settings.allowedHosts()).isEmpty();
        assertThat(settings.trustedProxies()).isEmpty();
        assertThat(settings.restBodyBytes()).isEqualTo(16 * 1024 * 1024);
        assertThat(settings.listBodyBytes()).isEqualTo(1024 * 1024);
        assertThat(settings.deviceBodyBytes()).isEqualTo(8 * 1024 * 1024);
        assertThat(settings.httpsPort()).isEqualTo(8443);
        assertThat(settings.hstsMaxAge()).isEqualTo(31_536_000);
    }

    @Test
    void replacesBadValuesByTheirDefaults() {
        FrontSettings settings = read(Map.of(
                "publicUrl",
                "http://ems.example.org",
                "trustedProxies",
                new String[] {"nonsense, 10.0.0.0/8"},
                "proxyHeaders",
                "both",
                "restBodyBytes",
                -1L,
                "listBodyBytes",
                "not a number",
                "hstsMaxAge",
                -1L,
                "httpsPort",
                70_000));
        assertThat(settings.publicUrl()).isEmpty();
        assertThat(settings.trustedProxies()).hasSize(1);
        assertThat(settings.rfc7239()).isFalse();
        assertThat(settings.restBodyBytes()).isEqualTo(16 * 1024 * 1024);
        assertThat(settings.listBodyBytes()).isEqualTo(1024 * 1024);
        assertThat(settings.hstsMaxAge()).isEqualTo(31_536_000);
        assertThat(settings.httpsPort()).isEqualTo(8443);
    }

    @Test
    void keepsSecretsAndControlCharactersOutOfTheLog() {
        assertThat(LogText.path("/web/api/authentication/token/extend/secret"))
                .isEqualTo("/web/api/authentication/token/extend/***");
        assertThat(LogText.path("/web//api/authentication/token//extend/secret/../x"))
                .doesNotContain("secret");
        assertThat(LogText.path("/df/secret/file.bin")).isEqualTo("/df/***/file.bin");
        assertThat(LogText.path("/a\r\nb\u001b\u00e4")).isEqualTo("/a??b??");
        assertThat(LogText.path("/" + "x".repeat(500))).hasSize(203);
    }

    private static FrontSettings read(Map<String, Object> members) {
        return FrontSettings.read(FrontServer.configuration(members));
    }
}
