// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A client that sends exactly what it is told, one connection for each request unless it is told to keep it: libraries
 * tidy paths, follow redirects and hide headers. Immutable but for the connection that it keeps.
 */
final class Http {

    private static final int TIMEOUT_MILLIS = 60_000;

    private final int port;
    private final Tls tls;
    private final String source;
    private final Map<String, String> headers;
    private final Kept kept;

    /** What a client keeps between requests; that of a person who asks one thing after the other. */
    private static final class Kept {
        private Socket socket;
    }

    private Http(int port, Tls tls, String source, Map<String, String> headers, Kept kept) {
        this.port = port;
        this.tls = tls;
        this.source = source;
        this.headers = headers;
        this.kept = kept;
    }

    static Http overTls(int port) {
        return new Http(port, new Tls(), "127.0.0.1", Map.of(), null);
    }

    static Http plain(int port) {
        return new Http(port, null, "127.0.0.1", Map.of(), null);
    }

    /** From another address of the loopback network, as if from another computer. */
    Http from(String address) {
        return new Http(port, tls, address, headers, null);
    }

    /** Sends all its requests over one connection, as long as the server leaves it open. For one thread. */
    Http keeping() {
        return new Http(port, tls, source, headers, new Kept());
    }

    Http with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Http(port, tls, source, more, kept);
    }

    Http bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    Answer get(String path) throws IOException {
        return send("GET", path, null);
    }

    Answer post(String path, String json) throws IOException {
        return with("Content-Type", "application/json").send("POST", path, json);
    }

    Answer post(String path) throws IOException {
        return send("POST", path, "");
    }

    Answer send(String method, String target, String body) throws IOException {
        byte[] content = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Host", "127.0.0.1:" + port);
        if (kept == null) {
            all.put("Connection", "close");
        }
        if (body != null) {
            all.put("Content-Length", Integer.toString(content.length));
        }
        all.putAll(headers);
        all.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(content);
        return exchange(request.toByteArray(), method.equals("HEAD"));
    }

    private Answer exchange(byte[] request, boolean head) throws IOException {
        if (kept != null) {
            return exchangeOverKept(request, head);
        }
        try (Socket socket = connect()) {
            return exchange(socket, request, head);
        }
    }

    private Answer exchangeOverKept(byte[] request, boolean head) throws IOException {
        if (kept.socket == null) {
            kept.socket = connect();
        }
        Answer answer = null;
        try {
            answer = exchange(kept.socket, request, head);
            return answer;
        } finally {
            if (answer == null || "close".equals(answer.header("Connection"))) {
                kept.socket.close();
                kept.socket = null;
            }
        }
    }

    private Socket connect() throws IOException {
        Socket plain = new Socket();
        try {
            plain.bind(new InetSocketAddress(source, 0));
            plain.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
            plain.setSoTimeout(TIMEOUT_MILLIS);
            return tls == null ? plain : tls.over(plain, port);
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    private Answer exchange(Socket socket, byte[] request, boolean head) throws IOException {
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
        return read(socket.getInputStream(), head);
    }

    private Answer read(InputStream in, boolean head) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 ")) {
            throw new IOException("no answer but: " + status);
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).trim());
        }
        int code = Integer.parseInt(status.substring(9, 12));
        byte[] body = head || code == 204 ? nothing(in) : body(in, headers);
        boolean packed = headers.getOrDefault("content-encoding", List.of()).contains("gzip");
        if (packed && body.length > 0) {
            body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        }
        return new Answer(code, headers, new String(body, StandardCharsets.UTF_8));
    }

    /** What follows although nothing should: on a connection that is kept it would be in the way of the next answer. */
    private byte[] nothing(InputStream in) throws IOException {
        return kept == null ? in.readAllBytes() : new byte[0];
    }

    private static byte[] body(InputStream in, Map<String, List<String>> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", List.of()).contains("chunked")) {
            return chunks(in);
        }
        List<String> length = headers.get("content-length");
        return length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length.get(0)));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            body.writeBytes(in.readNBytes(size));
            line(in);
        }
        // there are no trailers: what follows is the end of them
        line(in);
        return body.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";")[0].trim(), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection ended after: " + line);
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }
}
