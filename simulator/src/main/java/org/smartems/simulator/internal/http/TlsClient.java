// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.http;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.smartems.simulator.Trust;

/**
 * TLS of one device. Each device has a context of its own: the JDK keeps one session for each server in a context and
 * uses it once, so that devices which shared a context would hardly ever resume.
 */
final class TlsClient {

    private final Trust trust;
    private final boolean resumption;
    private final Judge judge;
    private SSLContext context;

    TlsClient(Trust trust, boolean resumption) {
        this.trust = trust;
        this.resumption = resumption;
        this.judge = new Judge(trust.manager());
    }

    SSLSocket wrap(Socket plain, Origin origin) throws IOException {
        if (context == null || !resumption) {
            context = context();
        }
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(plain, origin.host(), origin.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        if (trust.hostChecked()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        socket.setSSLParameters(parameters);
        judge.asked = false;
        return socket;
    }

    /** Whether the last handshake resumed a session: only then no certificate was shown. */
    boolean resumed() {
        return !judge.asked;
    }

    private SSLContext context() throws IOException {
        try {
            SSLContext made = SSLContext.getInstance("TLS");
            made.init(null, new TrustManager[] {judge}, null);
            return made;
        } catch (GeneralSecurityException e) {
            throw new IOException("no TLS", e);
        }
    }

    private static final class Judge extends X509ExtendedTrustManager {

        private final X509ExtendedTrustManager manager;
        private boolean asked;

        Judge(X509ExtendedTrustManager manager) {
            this.manager = manager;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            asked = true;
            manager.checkServerTrusted(chain, type, socket);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            asked = true;
            manager.checkServerTrusted(chain, type, engine);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            asked = true;
            manager.checkServerTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            manager.checkClientTrusted(chain, type, socket);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            manager.checkClientTrusted(chain, type, engine);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            manager.checkClientTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return manager.getAcceptedIssuers();
        }
    }
}
