// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlowClientTest {

    private static final int TRICKLE_LIMIT = 200;
    private static final int TLS_ALERT = 21;

    @TempDir
    Path etc;

    @ParameterizedTest
    @ValueSource(strings = {"https", "devices", "http"})
    void closesAnIdleConnection(String connector) throws Exception {
        try (TestServer server = new TestServer(etc, "idleTimeout = 300ms");
                Socket used = server.client(connector).open();
                Socket silent = new Socket("localhost", server.port(connector))) {
            assertThat(TestClient.exchange(used, connector)).contains("200 OK");
            assertThat(used.getInputStream().read()).isEqualTo(-1);
            silent.setSoTimeout(10_000);
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https", "http"})
    void closesAConnectionWhoseHeadersTrickle(String connector) throws Exception {
        try (TestServer server = new TestServer(etc, "firstRequestTimeout = 400ms");
                Socket socket = server.client(connector).open()) {
            TestClient.write(socket, "GET / HTTP/1.1\r\n");
            assertThat(closedWhileTrickling(socket, "X: y\r\n")).isTrue();
        }
    }

    @Test
    void closesAConnectionWhoseLaterHeadersTrickle() throws Exception {
        try (TestServer server = new TestServer(etc, "firstRequestTimeout = 400ms");
                Socket socket = server.client("https").open()) {
            assertThat(TestClient.exchange(socket, "https")).contains("200 OK");
            TestClient.write(socket, "GET / HTTP/1.1\r\n");
            assertThat(closedWhileTrickling(socket, "X: y\r\n")).isTrue();
        }
    }

    @Test
    void closesAConnectionWhoseTlsHandshakeTrickles() throws Exception {
        try (TestServer server = new TestServer(etc, "firstRequestTimeout = 400ms");
                Socket socket = new Socket("localhost", server.port("https"))) {
            TestClient.write(socket, "\26\3\1\2\0\1");
            assertThat(closedWhileTrickling(socket, "\0")).isTrue();
        }
    }

    @Test
    void leavesASlowBodyAndAKeptConnectionAlone() throws Exception {
        try (TestServer server = new TestServer(etc, "firstRequestTimeout = 200ms");
                Socket socket = server.client("https").open()) {
            server.service.set((request, response) ->
                    response.getWriter().print(request.getInputStream().readAllBytes().length + " bytes"));
            TestClient.write(socket, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n");
            for (int i = 0; i < 10; i++) {
                assertThat(closedWithin(socket, 100)).isFalse();
                TestClient.write(socket, "x");
            }
            socket.setSoTimeout(20_000);
            assertThat(readUntil(socket, "10 bytes")).contains("200 OK");
            assertThat(closedWithin(socket, 1000)).isFalse();
            socket.setSoTimeout(20_000);
            assertThat(TestClient.exchange(socket, "0 bytes")).contains("200 OK");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https", "http"})
    void acceptsOnlySoManyConnections(String connector) throws Exception {
        int maximum = 4;
        Deque<Socket> open = new ArrayDeque<>();
        try (TestServer server = new TestServer(etc, "maximumConnections = " + maximum)) {
            CompletableFuture<String> waiting = null;
            // The acceptor that waits already takes one more.
            for (int i = 0; i <= maximum + 1 && waiting == null; i++) {
                Socket socket = server.client(connector).open();
                open.add(socket);
                CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> ask(socket, connector));
                if (!answersWithin(answer, 700)) {
                    waiting = answer;
                }
            }
            assertThat(waiting).as("a connection beyond the limit").isNotNull();
            assertThat(open.size()).isGreaterThan(maximum);
            for (int i = 0; i < 2; i++) {
                open.removeFirst().close();
            }
            assertThat(waiting.get(20, TimeUnit.SECONDS)).contains("200 OK");
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    @Test
    void endsConnectionsThatNobodyUsesWhileOthersWait() throws Exception {
        Deque<Socket> open = new ArrayDeque<>();
        try (TestServer server = new TestServer(etc, "maximumConnections = 2")) {
            // More than the limit and those that acceptors have in their hands.
            for (int i = 0; i < 5; i++) {
                Socket socket = server.client("https").open();
                open.add(socket);
                assertThat(ask(socket, "https")).contains("200 OK");
            }
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    private static String ask(Socket socket, String connector) {
        try {
            return TestClient.exchange(socket, connector);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static boolean answersWithin(CompletableFuture<String> answer, long millis) throws Exception {
        try {
            return answer.get(millis, TimeUnit.MILLISECONDS).contains("200 OK");
        } catch (java.util.concurrent.TimeoutException e) {
            return false;
        }
    }

    private static boolean closedWhileTrickling(Socket socket, String piece) {
        try {
            for (int i = 0; i < TRICKLE_LIMIT; i++) {
                if (closedWithin(socket, 50)) {
                    return true;
                }
                TestClient.write(socket, piece);
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Waits for the end of the connection, which a TLS alert may precede; anything else nobody expects. */
    private static boolean closedWithin(Socket socket, int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            int first = socket.getInputStream().read();
            assertThat(first).isIn(-1, TLS_ALERT);
            socket.setSoTimeout(10_000);
            socket.getInputStream().readAllBytes();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    private static String readUntil(Socket socket, String end) throws IOException {
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().endsWith(end)) {
            int c = socket.getInputStream().read();
            assertThat(c).as("closed after: %s", answer).isNotEqualTo(-1);
            answer.append((char) c);
        }
        return answer.toString();
    }
}
