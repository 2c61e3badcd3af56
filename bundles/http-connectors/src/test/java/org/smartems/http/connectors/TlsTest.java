// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {

    /** A ClientHello that offers TLS 1.1 at most: nothing newer in the version, no extension. */
    private static final byte[] CLIENT_HELLO_TLS_1_1 = HexFormat.of()
            .parseHex("160301002f" + "0100002b" + "0302" + "00".repeat(32) + "00" + "0004c013002f" + "0100");

    @TempDir
    Path etc;

    @ParameterizedTest
    @ValueSource(strings = {"https", "devices"})
    void refusesTls11(String connector) throws Exception {
        try (TestServer server = new TestServer(etc);
                Socket socket = new Socket("localhost", server.port(connector))) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(CLIENT_HELLO_TLS_1_1);
            byte[] alert = new byte[7];
            new DataInputStream(socket.getInputStream()).readFully(alert);
            assertThat(alert[0]).as("alert").isEqualTo((byte) 21);
            assertThat(alert[6]).as("protocol_version").isEqualTo((byte) 70);
        }
    }

    @Test
    void servesEcAndRsaClients() throws Exception {
        try (TestServer server = new TestServer(etc, "tls.hostNames = ems.example.org 192.0.2.7")) {
            X509Certificate ec = server.client("https")
                    .withProtocol("TLSv1.2")
                    .withCipher("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256")
                    .serverCertificate();
            X509Certificate rsa = server.client("https")
                    .withProtocol("TLSv1.2")
                    .withCipher("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")
                    .serverCertificate();
            assertThat(ec.getPublicKey().getAlgorithm()).isEqualTo("EC");
            assertThat(rsa.getPublicKey().getAlgorithm()).isEqualTo("RSA");
            for (X509Certificate certificate : List.of(ec, rsa)) {
                certificate.verify(certificate.getPublicKey());
                certificate.checkValidity();
                assertThat(certificate.getSubjectAlternativeNames())
                        .extracting(name -> name.get(1).toString())
                        .contains("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "ems.example.org", "192.0.2.7");
            }
            assertThat(server.client("https").withProtocol("TLSv1.3").get("/")).endsWith("https");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void handsOnAnyClientCertificateWhereItAsksForOne(String protocol) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        new SelfSignedCertificate(List.of()).addEc(store, "device", "secret".toCharArray());
        String serial = ((X509Certificate) store.getCertificate("device"))
                .getSerialNumber()
                .toString();
        try (TestServer server = new TestServer(etc, "devicesExtra.port = 0")) {
            server.service.set((request, response) -> {
                X509Certificate[] chain =
                        (X509Certificate[]) request.getAttribute("javax.servlet.request.X509Certificate");
                response.getWriter().print(chain == null ? "none" : chain[0].getSerialNumber());
            });
            for (String asking : List.of("devices", "devicesExtra")) {
                TestClient client = server.client(asking).withProtocol(protocol);
                assertThat(client.get("/")).endsWith("none");
                assertThat(client.withCertificate(store, "secret").get("/")).endsWith(serial);
            }
            assertThat(server.client("https")
                            .withProtocol(protocol)
                            .withCertificate(store, "secret")
                            .get("/"))
                    .endsWith("none");
        }
    }

    @Test
    void asksOnHttpsWhenTheInstallerSaysSo() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        new SelfSignedCertificate(List.of()).addRsa(store, "user", "secret".toCharArray());
        try (TestServer server = new TestServer(etc, "https.clientCertificates = ask")) {
            server.service.set((request, response) ->
                    response.getWriter().print(request.getAttribute("javax.servlet.request.X509Certificate") != null));
            assertThat(server.client("https").withCertificate(store, "secret").get("/"))
                    .endsWith("true");
        }
    }

    @Test
    void keepsKeyAndPasswordForTheOwnerAndOverARestart() throws Exception {
        X509Certificate first;
        try (TestServer server = new TestServer(etc)) {
            first = server.client("https").serverCertificate();
        }
        for (String file : List.of("tls.p12", "tls.password")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(etc.resolve(file))))
                    .isEqualTo("rw-------");
        }
        assertThat(etc.toFile().list()).containsExactlyInAnyOrder("org.smartems.http.cfg", "tls.p12", "tls.password");
        assertThat(Files.readString(etc.resolve("tls.password"))).hasSize(32);
        try (TestServer server = new TestServer(etc)) {
            assertThat(server.client("https").serverCertificate()).isEqualTo(first);
        }
    }

    @Test
    void takesAReplacedKeyStoreWithoutARestart(@TempDir Path other) throws Exception {
        try (TestServer server = new TestServer(etc);
                Socket open = server.client("https").open()) {
            assertThat(TestClient.exchange(open, "https")).contains("200 OK");
            X509Certificate first = server.client("https").serverCertificate();
            new KeyStoreFile(other.resolve("tls.p12"), other.resolve("tls.password"), List.of()).prepare();
            Files.move(other.resolve("tls.password"), etc.resolve("tls.password"), StandardCopyOption.REPLACE_EXISTING);
            Files.move(other.resolve("tls.p12"), etc.resolve("tls.p12"), StandardCopyOption.REPLACE_EXISTING);
            long deadline = System.nanoTime() + 20_000_000_000L;
            while (server.client("https").serverCertificate().equals(first) && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertThat(server.client("https").serverCertificate()).isNotEqualTo(first);
            assertThat(server.client("devices").serverCertificate()).isNotEqualTo(first);
            assertThat(TestClient.exchange(open, "https")).as("open connection").contains("200 OK");
        }
    }

    @Test
    void keepsTheFormerKeysWhenTheFileIsBroken() throws Exception {
        try (TestServer server = new TestServer(etc)) {
            X509Certificate first = server.client("https").serverCertificate();
            KeyStoreWatch watch = server.server.getBean(KeyStoreWatch.class);
            watch.stop();
            byte[] good = Files.readAllBytes(etc.resolve("tls.p12"));
            Files.writeString(etc.resolve("tls.p12"), "garbage");
            String log = LogCapture.of(() -> {
                watch.reloadIfChanged();
                watch.reloadIfChanged();
            });
            assertThat(Pattern.compile("ERROR .*tls\\.p12")
                            .matcher(log)
                            .results()
                            .count())
                    .isEqualTo(1);
            assertThat(server.client("https").serverCertificate()).isEqualTo(first);
            Files.write(etc.resolve("tls.p12"), good);
            assertThat(LogCapture.of(watch::reloadIfChanged)).doesNotContain("ERROR");
            assertThat(server.client("devices").get("/")).endsWith("devices");
        }
    }

    @Test
    void startsWithATemporaryCertificateWhenTheFileIsBroken() throws Exception {
        Files.writeString(etc.resolve("tls.p12"), "garbage");
        Files.writeString(etc.resolve("tls.password"), "secret\n");
        try (TestServer server = new TestServer(etc)) {
            assertThat(server.client("https").get("/")).endsWith("https");
            assertThat(Files.readString(etc.resolve("tls.p12"))).isEqualTo("garbage");
        }
    }

    @Test
    void turnsOffAConnectorWithABadPort() throws Exception {
        try (TestServer server = new TestServer(etc, "devices.port = x", "devicesExtra.port = 70000")) {
            assertThat(Arrays.stream(server.server.getConnectors()).map(connector -> connector.getName()))
                    .containsExactly("https", "http");
        }
    }
}
