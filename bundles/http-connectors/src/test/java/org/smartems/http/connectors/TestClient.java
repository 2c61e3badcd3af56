// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.connectors;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Speaks HTTP by hand, so that nothing a hostile client could send is out of reach. */
final class TestClient {

    private final int port;
    private final boolean tls;
    private KeyManager[] keys = new KeyManager[0];
    private List<String> protocols = List.of("TLSv1.2", "TLSv1.3");
    private List<String> ciphers = List.of();

    TestClient(int port, boolean tls) {
        this.port = port;
        this.tls = tls;
    }

    TestClient withCertificate(KeyStore store, String password) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password.toCharArray());
        keys = factory.getKeyManagers();
        return this;
    }

    TestClient withProtocol(String protocol) {
        protocols = List.of(protocol);
        return this;
    }

    TestClient withCipher(String cipher) {
        ciphers = List.of(cipher);
        return this;
    }

    Socket open() throws IOException, GeneralSecurityException {
        if (!tls) {
            Socket plain = new Socket("localhost", port);
            plain.setSoTimeout(20_000);
            return plain;
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, new TrustManager[] {new TrustAll()}, new SecureRandom());
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", port);
        socket.setSoTimeout(20_000);
        socket.setEnabledProtocols(protocols.toArray(String[]::new));
        if (!ciphers.isEmpty()) {
            socket.setEnabledCipherSuites(ciphers.toArray(String[]::new));
        }
        return socket;
    }

    /** The whole answer as text. */
    String get(String path, String... headers) throws Exception {
        String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + lines + "\r\n");
    }

    String send(String request) throws Exception {
        try (Socket socket = open()) {
            write(socket, request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Sends a request that keeps the connection, and reads its answer, which must end in the given text. */
    static String exchange(Socket socket, String end) throws IOException {
        write(socket, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        StringBuilder answer = new StringBuilder();
        InputStream in = socket.getInputStream();
        for (int c = in.read(); c >= 0; c = in.read()) {
            answer.append((char) c);
            if (answer.toString().endsWith(end)) {
                break;
            }
        }
        return answer.toString();
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    X509Certificate serverCertificate() throws Exception {
        try (SSLSocket socket = (SSLSocket) open()) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private static final class TrustAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
