// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** The server's part of the protocol over real HTTPS: it guards, answers as told, and serves files with ranges. */
public final class ProtocolServer implements AutoCloseable {

    static {
        // otherwise every second answer on a connection waits for an acknowledgement of the first
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Queue<Integer> cuts = new ConcurrentLinkedQueue<>();
    private volatile Function<Received, Reply> usual = request -> Reply.nothing();
    private final Guard guard;
    private volatile boolean filesGuarded;
    private volatile boolean ranges = true;
    private volatile int headStatus = 200;
    private volatile String headPrefix = "/";

    public ProtocolServer(Guard guard) {
        this.guard = guard;
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setHttpsConfigurator(new HttpsConfigurator(TestCertificate.context()));
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI url(String path) {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Answers to the next requests with right credentials that are not for files, in this order. */
    public void next(Reply... next) {
        replies.addAll(Arrays.asList(next));
    }

    public void always(Function<Received, Reply> answer) {
        usual = answer;
    }

    public URI file(String path, byte[] content) {
        files.put(path, content);
        return url(path);
    }

    /** What HEAD is answered at addresses that begin so, but for files that are there. */
    public void headIs(String prefix, int status) {
        headPrefix = prefix;
        headStatus = status;
    }

    public void guardFiles() {
        filesGuarded = true;
    }

    public void ignoreRanges() {
        ranges = false;
    }

    /** The next answers with a part of a file break off after so many bytes. */
    public void cutFilesAfter(Integer... bytes) {
        cuts.addAll(Arrays.asList(bytes));
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    /** The last request but those for files. */
    public Received last() {
        List<Received> all = received.stream()
                .filter(request -> !files.containsKey(request.target()))
                .toList();
        return all.get(all.size() - 1);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        Received request = new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        received.add(request);
        send(exchange, request.method(), reply(request));
    }

    private Reply reply(Received request) {
        byte[] file = files.get(request.target());
        String challenge = file != null && !filesGuarded ? "" : guard.judge(request);
        if (!challenge.isEmpty()) {
            return Reply.of(401, "text/plain", "who are you?").with("WWW-Authenticate", challenge);
        }
        if (file != null) {
            return part(request, file);
        }
        if (request.method().equals("HEAD")) {
            return Reply.of(request.target().startsWith(headPrefix) ? headStatus : 200, "", "");
        }
        Reply next = replies.poll();
        return next == null ? usual.apply(request) : next;
    }

    private Reply part(Received request, byte[] file) {
        Reply whole = new Reply(200, Map.of(), file, false, -1);
        if (!ranges || request.header("range").isEmpty()) {
            return request.method().equals("HEAD") ? whole : cut(whole);
        }
        String[] bounds =
                request.header("range").get().substring("bytes=".length()).split("-", 2);
        int from = Integer.parseInt(bounds[0]);
        int to = bounds[1].isEmpty() ? file.length - 1 : Integer.parseInt(bounds[1]);
        byte[] bytes = Arrays.copyOfRange(file, from, to + 1);
        return cut(new Reply(
                206, Map.of("Content-Range", "bytes " + from + '-' + to + '/' + file.length), bytes, false, -1));
    }

    private Reply cut(Reply part) {
        Integer bytes = cuts.poll();
        return bytes == null ? part : part.cutAfter(bytes);
    }

    private static void send(HttpExchange exchange, String method, Reply reply) throws IOException {
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        byte[] body = reply.body();
        if (method.equals("HEAD")) {
            if (body.length > 0) {
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            }
            exchange.sendResponseHeaders(reply.status(), -1);
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(reply.status(), reply.chunked() ? 0 : body.length == 0 ? -1 : body.length);
        int length = reply.cutAfter() < 0 ? body.length : reply.cutAfter();
        if (body.length > 0) {
            exchange.getResponseBody().write(body, 0, length);
            exchange.getResponseBody().flush();
        }
        // closes the connection when the body is not complete
        exchange.close();
    }
}
