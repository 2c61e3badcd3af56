// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** OpenSSL and curl judge the TLS of the server. */
@ExtendWith(SharedServer.class)
class TlsOracle {

    @TempDir
    private Path directory;

    private Server server;
    private Path certificates;

    @BeforeEach
    void readCertificates(Server shared) throws Exception {
        server = shared;
        certificates = directory.resolve("server.pem");
        Command.run(
                        "openssl",
                        "pkcs12",
                        "-in",
                        shared.etc("tls.p12").toString(),
                        "-passin",
                        "file:" + shared.etc("tls.password"),
                        "-nokeys",
                        "-out",
                        certificates.toString())
                .requireSuccess();
    }

    @Test
    void theCertificatesAreWellFormed() throws Exception {
        String pem = Files.readString(certificates);
        int number = 0;
        for (String part : pem.split("(?<=-----END CERTIFICATE-----\n)")) {
            if (part.contains("BEGIN CERTIFICATE")) {
                number++;
                assertWellFormed(part.substring(part.indexOf("-----BEGIN CERTIFICATE")));
            }
        }
        assertThat(number).isEqualTo(2);
    }

    private void assertWellFormed(String pem) throws IOException {
        Path one = directory.resolve("one.pem");
        Files.writeString(one, pem);
        Command.run(
                        "openssl",
                        "verify",
                        "-x509_strict",
                        "-purpose",
                        "sslserver",
                        "-CAfile",
                        one.toString(),
                        one.toString())
                .requireSuccess();
        String text = Command.run("openssl", "x509", "-in", one.toString(), "-noout", "-text")
                .requireSuccess()
                .output();
        assertThat(text).contains("Version: 3", "Subject Alternative Name", "DNS:localhost", "IP Address:127.0.0.1");
        Command.run("openssl", "x509", "-in", one.toString(), "-noout", "-checkend", "86400")
                .requireSuccess();
    }

    @Test
    void clientsOfTwoVersionsAndTwoKindsOfKeyAreServed() {
        for (String version : new String[] {"-tls1_2", "-tls1_3"}) {
            for (String algorithms : new String[] {"ECDSA+SHA256", "RSA-PSS+SHA256"}) {
                Command client = connect(version, "-sigalgs", algorithms).requireSuccess();
                assertThat(client.output()).contains("Verification: OK");
            }
        }
    }

    @Test
    void olderVersionsAreRefused() {
        for (String version : new String[] {"-tls1", "-tls1_1"}) {
            // level 0: else it is the client that refuses
            Command client = connect(version, "-cipher", "ALL:@SECLEVEL=0");
            assertThat(client.status()).as(client.output()).isNotZero();
            assertThat(client.output()).contains("protocol version");
        }
    }

    @Test
    void weakCiphersAreRefused() {
        for (String cipher : new String[] {"NULL", "aNULL", "RC4", "3DES", "EXPORT"}) {
            Command known = Command.run("openssl", "ciphers", "-s", "-tls1_2", cipher + ":@SECLEVEL=0");
            if (known.status() == 0 && !known.output().isBlank()) {
                Command client = connect("-tls1_2", "-cipher", cipher + ":@SECLEVEL=0");
                assertThat(client.status()).as(client.output()).isNotZero();
            }
        }
    }

    private Command connect(String... options) {
        String[] base = {
            "openssl",
            "s_client",
            "-connect",
            "localhost:" + server.ports().https(),
            "-servername",
            "localhost",
            "-verify_hostname",
            "localhost",
            "-verify_return_error",
            "-CAfile",
            certificates.toString()
        };
        String[] words = java.util.Arrays.copyOf(base, base.length + options.length);
        System.arraycopy(options, 0, words, base.length, options.length);
        return Command.run(words);
    }

    @Test
    void curlLogsIn() throws Exception {
        Command login = Command.feed(
                Api.object("username", "admin", "password", server.password()),
                "curl",
                "--silent",
                "--show-error",
                "--fail-with-body",
                "--cacert",
                certificates.toString(),
                "--header",
                "Content-Type: application/json",
                "--data",
                "@-",
                "https://localhost:" + server.ports().https() + Api.LOGIN);
        assertThat(login.requireSuccess().output()).contains("\"token\"", "ROLE_ADMIN");
    }
}
