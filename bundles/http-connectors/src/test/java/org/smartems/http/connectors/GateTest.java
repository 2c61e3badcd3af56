// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javax.servlet.AsyncContext;
import javax.servlet.DispatcherType;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {

    @TempDir
    Path etc;

    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer(etc, "devicesExtra.port = 0", "requestHeaderSize = 2048");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void handsOnTheConnectorsName() throws Exception {
        for (String connector : List.of("https", "devices", "devicesExtra", "http")) {
            assertThat(server.client(connector).get("/")).contains("200 OK").endsWith("\r\n\r\n" + connector);
        }
    }

    @Test
    void servesThePortsOfDevicesByThreadsOfTheirOwn() throws Exception {
        server.service.set((request, response) ->
                response.getWriter().print(Thread.currentThread().getName()));
        for (String connector : List.of("devices", "devicesExtra")) {
            assertThat(server.client(connector).get("/")).contains("\r\n\r\nsmartems-http-" + connector + "-");
        }
        for (String connector : List.of("https", "http")) {
            assertThat(server.client(connector).get("/")).doesNotContain("smartems-http-devices");
        }
    }

    @Test
    void handsOnTheTargetAsSent() throws Exception {
        server.service.set((request, response) ->
                response.getWriter().print(request.getAttribute("org.smartems.http.requestTarget")));
        assertThat(server.client("http").get("/a%20b?c=%2e")).endsWith("/a%20b?c=%2e");
        assertThat(server.client("http").get("http://localhost/web/")).endsWith("http://localhost/web/");
    }

    @Test
    void servesNothingWithoutTheFront() throws Exception {
        server.front.set(null);
        for (String connector : List.of("https", "devices", "devicesExtra", "http")) {
            assertThat(server.client(connector).get("/"))
                    .contains("503 Service Unavailable", "Retry-After: 5", "Content-Type: application/json")
                    .contains("X-Content-Type-Options: nosniff", "Cache-Control: no-store")
                    .containsPattern("X-Request-Id: [0-9a-f]{32}")
                    .containsPattern("\\{\"code\":503,\"message\":\"starting\",\"requestId\":\"[0-9a-f]{32}\"}$");
        }
    }

    @Test
    void endsHereWhenTheFrontDoesNotCallTheChain() throws Exception {
        server.front.set((request, response, chain) -> response.getWriter().print("front"));
        assertThat(server.client("https").get("/")).contains("200 OK").endsWith("front");
    }

    @Test
    void answersFailuresWithoutDetails() throws Exception {
        for (Exception failure : List.of(
                new IllegalStateException("secret"), new ServletException("secret", new IOException("secret")))) {
            server.service.set((request, response) -> {
                response.setHeader("X-Request-Id", "given");
                response.getWriter().print("half an answer");
                if (failure instanceof ServletException checked) {
                    throw checked;
                }
                throw (IllegalStateException) failure;
            });
            assertThat(server.client("https").get("/"))
                    .contains("500 Server Error")
                    .endsWith("{\"code\":500,\"message\":\"Server Error\",\"requestId\":\"given\"}")
                    .doesNotContain("secret", "half");
        }
    }

    @Test
    void answersAStalledBodyWith408() throws Exception {
        server.service.set((request, response) -> {
            throw new IOException(new TimeoutException("idle"));
        });
        assertThat(server.client("https").get("/")).contains("408 Request Timeout");
    }

    @Test
    void breaksTheConnectionWhenTheAnswerHasBegun() throws Exception {
        server.service.set((request, response) -> {
            response.setContentLength(1000);
            response.getWriter().print("begun");
            response.flushBuffer();
            throw new IllegalStateException("secret");
        });
        try (Socket socket = server.client("http").open()) {
            TestClient.write(socket, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).contains("200 OK").endsWith("begun");
        }
    }

    @Test
    void letsAnAsynchronousDispatchPass() throws Exception {
        server.service.set((request, response) -> {
            if (request.getDispatcherType() == DispatcherType.ASYNC) {
                response.getWriter().print("dispatched");
                return;
            }
            AsyncContext async = request.startAsync();
            server.front.set(null);
            async.dispatch();
        });
        assertThat(server.client("https").get("/")).contains("200 OK").endsWith("dispatched");
    }

    @Test
    void goesOnWithWhatARequestHasLeft() throws Exception {
        Callable<Void> failing = () -> {
            throw new IOException(new TimeoutException("idle"));
        };
        server.front.set((request, response, chain) -> {
            Callable<Void> writing = () -> {
                response.getWriter().print(((HttpServletRequest) request).getRequestURI());
                return null;
            };
            boolean fails = ((HttpServletRequest) request).getRequestURI().equals("/fails");
            request.setAttribute("org.smartems.http.rest", fails ? failing : writing);
            request.startAsync().dispatch();
        });
        assertThat(server.client("https").get("/waited")).contains("200 OK").endsWith("/waited");
        assertThat(server.client("https").get("/fails")).contains("408 Request Timeout");
    }

    @Test
    void answersRequestsThatCannotBeParsedLikeAnyError() throws Exception {
        for (String connector : List.of("https", "http")) {
            assertThat(server.client(connector).get("/", "X: " + "x".repeat(3000)))
                    .startsWith("HTTP/1.1 431 ")
                    .containsPattern("X-Request-Id: [0-9a-f]{32}")
                    .contains("X-Content-Type-Options: nosniff", "\"code\":431")
                    .doesNotContain("Server:", "Jetty", "xxx");
            assertThat(server.client(connector).send("GET /<script> HTTP/1.1\r\n\r\n"))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("Content-Type: application/json")
                    .doesNotContain("Server:", "Jetty", "script");
        }
    }

    @Test
    void neverNamesItsVersion() throws Exception {
        for (String connector : List.of("https", "devices", "devicesExtra", "http")) {
            assertThat(server.client(connector).get("/")).doesNotContain("Server:", "X-Powered-By");
        }
    }
}
