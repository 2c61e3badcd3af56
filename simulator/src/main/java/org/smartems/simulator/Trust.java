// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Which servers a device believes. Immutable; may be shared by any number of devices. */
public final class Trust {

    private final X509ExtendedTrustManager manager;
    private final boolean hostChecked;

    private Trust(X509ExtendedTrustManager manager, boolean hostChecked) {
        this.manager = manager;
        this.hostChecked = hostChecked;
    }

    /**
     * Any server: for tests on one's own machine.
     *
     * @return trust in everybody
     */
    public static Trust insecure() {
        return new Trust(new Everybody(), false);
    }

    /**
     * The authorities that the Java runtime trusts.
     *
     * @return trust that checks the host name too
     */
    public static Trust system() {
        try {
            return new Trust(managerOf(null), true);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Java runtime has no trusted authorities", e);
        }
    }

    /**
     * The certificates of a PEM file, each an authority or a server's own, and nobody else.
     *
     * @param file one or more certificates
     * @return trust that checks the host name too
     * @throws IOException when the file cannot be read or holds no certificate
     */
    public static Trust pem(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("trusted" + number++, certificate);
            }
            if (number == 0) {
                throw new IOException(file + " holds no certificate");
            }
            return new Trust(managerOf(store), true);
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " is no PEM file of certificates: " + e.getMessage(), e);
        }
    }

    /**
     * What judges the certificates of a server.
     *
     * @return usable by any number of threads
     */
    public X509ExtendedTrustManager manager() {
        return manager;
    }

    /**
     * Whether the certificate must be one for the host that is called.
     *
     * @return false only for {@link #insecure()}
     */
    public boolean hostChecked() {
        return hostChecked;
    }

    private static X509ExtendedTrustManager managerOf(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static final class Everybody extends X509ExtendedTrustManager {

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
