// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import javax.servlet.FilterChain;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.testing.Eventually;
import org.smartems.testing.RawClient;

class DeviceQueueTest extends FrontTestBase {

    private final Semaphore mayEnd = new Semaphore(0);
    private final List<String> served = new CopyOnWriteArrayList<>();

    @BeforeEach
    void serve() {
        server.configureQueue(Map.of("requestsAtOnce", 1, "maximumWait", 60));
        server.front.setDevices(this::serve, Map.of());
    }

    @AfterEach
    void remove() {
        mayEnd.release(1000);
        server.configureQueue(Map.of());
    }

    private void serve(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException {
        mayEnd.acquireUninterruptibly();
        byte[] body = request.getInputStream().readAllBytes();
        served.add(((HttpServletRequest) request).getRequestURI());
        response.getWriter().print(body.length + " bytes");
    }

    private CompletableFuture<RawClient.Answer> post(String path, int bytes) {
        return post(server, path, bytes);
    }

    private static CompletableFuture<RawClient.Answer> post(FrontServer to, String path, int bytes) {
        return send(to, RawClient.head("POST", path, "Content-Length: " + bytes) + "x".repeat(bytes));
    }

    private static CompletableFuture<RawClient.Answer> send(FrontServer to, String request) {
        CompletableFuture<RawClient.Answer> answer = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        answer.complete(to.client("https").raw(request));
                    } catch (Exception | Error e) {
                        answer.completeExceptionally(e);
                    }
                })
                .start();
        return answer;
    }

    private List<CompletableFuture<RawClient.Answer>> oneServedAndWaiting(String... paths) {
        List<CompletableFuture<RawClient.Answer>> answers = new ArrayList<>();
        answers.add(post("/first", 1));
        Eventually.until("the first one is served", mayEnd::hasQueuedThreads);
        for (String path : paths) {
            answers.add(post(path, 20_000));
            Eventually.until(path + " waits", () -> server.queue.waiting() == answers.size() - 1);
        }
        return answers;
    }

    @Test
    void letsOthersWaitWithoutAThreadAndServesThemInOrder() throws Exception {
        List<CompletableFuture<RawClient.Answer>> answers = oneServedAndWaiting("/a", "/b", "/c");
        assertThat(server.client("https").get("/web/api/x").status())
                .as("people do not wait")
                .isEqualTo(200);
        mayEnd.release(4);
        for (CompletableFuture<RawClient.Answer> answer : answers) {
            assertThat(answer.get().status()).isEqualTo(200);
            assertThat(answer.get().header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
        assertThat(answers.get(3).get().body()).isEqualTo("20000 bytes");
        assertThat(served).containsExactly("/first", "/a", "/b", "/c");
    }

    @Test
    void keepsTheConnectionOfWhoeverWaits(@TempDir Path etc) throws Exception {
        try (FrontServer impatient = new FrontServer(etc, "idleTimeout = 300ms")) {
            impatient.configureQueue(Map.of("requestsAtOnce", 1, "maximumWait", 60));
            impatient.front.setDevices(this::serve, Map.of());
            CompletableFuture<RawClient.Answer> first = post(impatient, "/first", 1);
            Eventually.until("the first one is served", mayEnd::hasQueuedThreads);
            CompletableFuture<RawClient.Answer> second = post(impatient, "/second", 1);
            Eventually.until("the second one waits", () -> impatient.queue.waiting() == 1);
            try (Socket idle = impatient.client("https").open()) {
                RawClient.write(idle, RawClient.head("GET", "/health/live").replace("Connection: close\r\n", ""));
                assertThat(idle.getInputStream().readAllBytes())
                        .as("an answer and, after the idle timeout, the end")
                        .isNotEmpty();
            }
            mayEnd.release(2);
            assertThat(first.get().status()).isEqualTo(200);
            assertThat(second.get().status()).isEqualTo(200);
        }
    }

    @Test
    void sendsAwayWhoHasWaitedInVain() throws Exception {
        List<CompletableFuture<RawClient.Answer>> answers = oneServedAndWaiting("/a");
        server.configureQueue(Map.of("requestsAtOnce", 1, "maximumWait", 1));
        RawClient.Answer late = answers.get(1).get();
        assertRefused(late, 503);
        assertThat(Integer.parseInt(late.header("Retry-After"))).isBetween(1, 60);
        assertThat(late.header("Connection")).isEqualTo("close");
        assertThat(served).isEmpty();
        mayEnd.release(2);
        assertThat(answers.get(0).get().status()).isEqualTo(200);
        assertThat(post("/b", 1).get().status()).as("at once").isEqualTo(200);
    }

    @Test
    void endsWellForWhoeverWaitsWhileDevicesGo() throws Exception {
        List<CompletableFuture<RawClient.Answer>> answers = oneServedAndWaiting("/a");
        server.front.setDevices(
                (request, response, chain) -> {
                    throw new IllegalStateException("secret");
                },
                Map.of());
        mayEnd.release();
        assertThat(answers.get(0).get().status()).isEqualTo(200);
        assertRefused(answers.get(1).get(), 500);
    }

    @Test
    void answersABodyThatIsTooLargeAsUsual() throws Exception {
        CompletableFuture<RawClient.Answer> first = post("/first", 1);
        Eventually.until("the first one is served", mayEnd::hasQueuedThreads);
        server.configure(Map.of("deviceBodyBytes", 1024L));
        CompletableFuture<RawClient.Answer> chunked = send(
                server,
                RawClient.head("POST", "/large", "Transfer-Encoding: chunked") + "1000\r\n" + "x".repeat(4096)
                        + "\r\n0\r\n\r\n");
        Eventually.until("the second one waits", () -> server.queue.waiting() == 1);
        mayEnd.release(2);
        assertThat(first.get().status()).isEqualTo(200);
        assertRefused(chunked.get(), 413);
        server.configure(Map.of());
    }
}
