// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

    private final ProtocolServer server = new ProtocolServer(Guard.basic("router", "secret"));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void believesTheCertificateItWasGiven() throws IOException {
        try (SimulatedDevice device = device(server.url("/router/tk800"), Trust.pem(TestCertificate.pem()))) {
            assertThat(device.checkIn().acknowledged()).isTrue();
        }
    }

    @Test
    void doesNotBelieveACertificateForAnotherHost() throws IOException {
        URI other = URI.create(server.url("/router/tk800").toString().replace("127.0.0.1", "localhost"));
        try (SimulatedDevice device = device(other, Trust.pem(TestCertificate.pem()))) {
            assertThat(device.checkIn().answer().kind()).isEqualTo(AnswerKind.CONNECTION);
        }
        assertThat(server.received()).isEmpty();
    }

    @Test
    void doesNotBelieveASelfSignedCertificateByItself() {
        try (SimulatedDevice device = device(server.url("/router/tk800"), Trust.system())) {
            assertThat(device.checkIn().answer().problem()).contains("SSLHandshakeException");
        }
        assertThat(server.received()).isEmpty();
    }

    @Test
    void resumesItsSessionOnANewConnection() {
        try (SimulatedDevice device = device(server.url("/router/tk800"), Trust.insecure())) {
            assertThat(device.checkIn().resumptions()).isZero();
            assertThat(device.checkIn().resumptions()).isEqualTo(1);
            assertThat(device.checkIn().resumptions()).isEqualTo(1);
        }
    }

    @Test
    void makesAFullHandshakeEachTimeWhenToldTo() {
        ConnectionPolicy full = new ConnectionPolicy(false, false, Duration.ofSeconds(30), Duration.ofSeconds(5));
        Endpoint endpoint = new Endpoint(
                server.url("/router/tk800"), Credentials.basic("router", "secret"), Trust.insecure(), full);
        try (SimulatedDevice device = new SimulatedDevice(DeviceProfile.of(Dialect.TK800, "R1"), endpoint)) {
            for (int i = 0; i < 3; i++) {
                CheckIn checkIn = device.checkIn();
                assertThat(checkIn.connections()).isEqualTo(1);
                assertThat(checkIn.resumptions()).isZero();
            }
        }
    }

    @Test
    void refusesAFileWithoutACertificate(@TempDir Path directory) throws IOException {
        Path empty = Files.createFile(directory.resolve("empty.pem"));
        Path wrong = Files.writeString(directory.resolve("wrong.pem"), "-----BEGIN CERTIFICATE-----\nx\n");

        assertThatThrownBy(() -> Trust.pem(empty))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("empty.pem");
        assertThatThrownBy(() -> Trust.pem(wrong))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("wrong.pem");
        assertThatThrownBy(() -> Trust.pem(directory.resolve("none"))).isInstanceOf(IOException.class);
    }

    private static SimulatedDevice device(URI url, Trust trust) {
        return new SimulatedDevice(
                DeviceProfile.of(Dialect.TK800, "R1"), Endpoint.of(url, Credentials.basic("router", "secret"), trust));
    }
}
