// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path etc;

    @Test
    void hasDefaultsWithoutAFile() {
        Settings settings = Settings.read(etc);
        assertThat(settings.httpsPort()).hasValue(8443);
        assertThat(settings.httpsAsksForCertificate()).isFalse();
        assertThat(settings.devicesPort()).hasValue(18443);
        assertThat(settings.devicesExtraPort()).isEmpty();
        assertThat(settings.idleTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.firstRequestTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.requestHeaderSize()).isEqualTo(16384);
        assertThat(settings.maximumConnections()).isEqualTo(10_000);
        assertThat(settings.keyStore()).isEqualTo(etc.resolve("tls.p12"));
        assertThat(settings.passwordFile()).isEqualTo(etc.resolve("tls.password"));
        assertThat(settings.hostNames()).isEmpty();
    }

    @Test
    void readsEveryKeyAndReplacesSystemProperties() throws Exception {
        System.setProperty("smartems.test.port", "9999");
        Settings settings = read(
                """
                https.port = ${smartems.test.port}
                https.clientCertificates = ask
                devices.port =
                devicesExtra.port = 9443
                idleTimeout = 2m
                firstRequestTimeout = 500ms
                requestHeaderSize = 8192
                maximumConnections = 5
                tls.keyStore = own.p12
                tls.keyStorePasswordFile = /secret/password
                tls.hostNames = ems.example.org, 192.0.2.1
                """);
        assertThat(settings.httpsPort()).hasValue(9999);
        assertThat(settings.httpsAsksForCertificate()).isTrue();
        assertThat(settings.devicesPort()).isEmpty();
        assertThat(settings.devicesExtraPort()).hasValue(9443);
        assertThat(settings.idleTimeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.firstRequestTimeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.requestHeaderSize()).isEqualTo(8192);
        assertThat(settings.maximumConnections()).isEqualTo(5);
        assertThat(settings.keyStore()).isEqualTo(etc.resolve("own.p12"));
        assertThat(settings.passwordFile()).isEqualTo(Path.of("/secret/password"));
        assertThat(settings.hostNames()).containsExactly("ems.example.org", "192.0.2.1");
    }

    @Test
    void reportsBadValuesWithFileAndKey() throws Exception {
        Settings[] read = new Settings[1];
        String log = LogCapture.of(
                () -> read[0] = read(
                        """
                https.port = ${no.such.property}
                https.clientCertificates = perhaps
                devices.port = 65536
                idleTimeout = -5s
                requestHeaderSize = huge
                maximumConnections = -1
                """));
        Settings settings = read[0];
        assertThat(settings.httpsPort()).isEmpty();
        assertThat(settings.httpsAsksForCertificate()).isFalse();
        assertThat(settings.devicesPort()).isEmpty();
        assertThat(settings.idleTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.requestHeaderSize()).isEqualTo(16384);
        assertThat(settings.maximumConnections()).isEqualTo(10_000);
        for (String key : List.of("https.port", "https.clientCertificates", "devices.port", "idleTimeout")) {
            assertThat(log).containsPattern("ERROR .*org\\.smartems\\.http\\.cfg: " + key + " = ");
        }
    }

    private Settings read(String content) throws Exception {
        Files.writeString(etc.resolve(Settings.FILE_NAME), content);
        return Settings.read(etc);
    }
}
