// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A key and its certificate for 127.0.0.1, made by keytool once in the life of a process. */
public final class TestCertificate {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final TestCertificate ONLY = new TestCertificate();

    private final SSLContext context;
    private final Path pem;

    private TestCertificate() {
        try {
            Path directory = Files.createDirectories(Path.of("target", "tls"));
            Path store = Files.createTempDirectory(directory, "run").resolve("keys.p12");
            keytool(store);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD);
            }
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD);
            context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            pem = store.resolveSibling("server.pem");
            byte[] der = keys.getCertificate("server").getEncoded();
            Files.writeString(
                    pem,
                    "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(der)
                            + "\n-----END CERTIFICATE-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static SSLContext context() {
        return ONLY.context;
    }

    public static Path pem() {
        return ONLY.pem;
    }

    private static void keytool(Path store) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        words.addAll(List.of(("-genkeypair -alias server -keyalg EC -groupname secp256r1 -dname CN=test"
                        + " -ext san=ip:127.0.0.1 -validity 2 -storetype PKCS12 -storepass " + new String(PASSWORD))
                .split(" ")));
        words.addAll(List.of("-keystore", store.toString()));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        try (InputStream out = process.getInputStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("keytool failed: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
