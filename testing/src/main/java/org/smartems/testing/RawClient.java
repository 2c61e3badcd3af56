// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Speaks HTTP by hand: a client library would tidy up the paths and headers that a test is about. */
public final class RawClient {

    private final int port;
    private final boolean tls;

    /**
     * A client of a server on this machine.
     *
     * @param port of the server
     * @param tls whether it speaks TLS; its certificate is not looked at
     */
    public RawClient(int port, boolean tls) {
        this.port = port;
        this.tls = tls;
    }

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param headers by name in any case
     * @param body in UTF-8
     */
    public record Answer(int status, Map<String, List<String>> headers, String body) {

        /**
         * A header.
         *
         * @param name in any case
         * @return its values, joined by commas; null without any
         */
        public String header(String name) {
            List<String> values = headers.get(name);
            return values == null ? null : String.join(", ", values);
        }
    }

    /**
     * Sends a GET.
     *
     * @param target as it is to be sent
     * @param headers whole lines
     * @return the answer
     * @throws Exception when there is no connection
     */
    public Answer get(String target, String... headers) throws Exception {
        return send("GET", target, headers);
    }

    /**
     * Sends a request without a body.
     *
     * @param method as it is to be sent
     * @param target as it is to be sent
     * @param headers whole lines
     * @return the answer
     * @throws Exception when there is no connection
     */
    public Answer send(String method, String target, String... headers) throws Exception {
        return raw(head(method, target, headers));
    }

    /**
     * Sends a POST with its length.
     *
     * @param target as it is to be sent
     * @param body in Latin-1
     * @param headers whole lines
     * @return the answer
     * @throws Exception when there is no connection
     */
    public Answer post(String target, String body, String... headers) throws Exception {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Content-Length: " + body.length();
        return raw(head("POST", target, all) + body);
    }

    /**
     * The head of a request, after whose answer the server is to close. A Host header among the given ones replaces the
     * usual one.
     *
     * @param method as it is to be sent
     * @param target as it is to be sent
     * @param headers whole lines
     * @return with the empty line at its end
     */
    public static String head(String method, String target, String... headers) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nConnection: close\r\n");
        if (Arrays.stream(headers).noneMatch(header -> header.startsWith("Host:"))) {
            head.append("Host: localhost\r\n");
        }
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    /**
     * Sends a request on a connection of its own.
     *
     * @param request in Latin-1
     * @return the answer
     * @throws Exception when there is no connection
     */
    public Answer raw(String request) throws Exception {
        try (Socket socket = open()) {
            try {
                write(socket, request);
            } catch (IOException expected) {
                // The server may have answered before it read everything.
            }
            return read(socket);
        }
    }

    /**
     * Sends a part of a request.
     *
     * @param socket from {@link #open()}
     * @param text in Latin-1
     * @throws IOException when the server has closed
     */
    public static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /**
     * Reads until the server closes.
     *
     * @param socket from {@link #open()}
     * @return the answer
     */
    public static Answer read(Socket socket) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            for (int c = socket.getInputStream().read();
                    c >= 0;
                    c = socket.getInputStream().read()) {
                bytes.write(c);
            }
        } catch (IOException expected) {
            // What came before counts.
        }
        return parse(bytes.toString(StandardCharsets.UTF_8));
    }

    /**
     * Opens a connection; a read on it fails after twenty seconds.
     *
     * @return to be closed
     * @throws IOException when there is no connection
     * @throws GeneralSecurityException when there is no TLS
     */
    public Socket open() throws IOException, GeneralSecurityException {
        Socket socket =
                tls ? context().getSocketFactory().createSocket("127.0.0.1", port) : new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static Answer parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("No answer but: " + text);
        }
        String[] lines = text.substring(0, end).split("\r\n");
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.computeIfAbsent(lines[i].substring(0, colon), name -> new ArrayList<>())
                    .add(lines[i].substring(colon + 1).strip());
        }
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, text.substring(end + 4));
    }

    private static SSLContext context() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustAll()}, new SecureRandom());
        return context;
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
