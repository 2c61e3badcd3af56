// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.testing.RawClient;

class BodyLimitTest extends FrontTestBase {

    @BeforeEach
    void smallLimits() {
        server.configure(Map.of("restBodyBytes", 20_000L, "listBodyBytes", 2_000L, "deviceBodyBytes", 4_000L));
    }

    @Test
    void refusesAnAnnouncedLengthUnread() throws Exception {
        try (Socket socket = server.client("https").open()) {
            RawClient.write(socket, RawClient.head("POST", "/web/api/body", "Content-Length: 20001"));
            RawClient.Answer answer = RawClient.read(socket);
            assertRefused(answer, 413);
            assertThat(answer.header("Connection")).isEqualTo("close");
        }
        assertThat(server.passed).hasValue(0);
    }

    @Test
    void refusesInsteadOfAskingForTheBody() throws Exception {
        try (Socket socket = server.client("https").open()) {
            RawClient.write(
                    socket, RawClient.head("POST", "/web/api/body", "Content-Length: 20001", "Expect: 100-continue"));
            assertRefused(RawClient.read(socket), 413);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/web/api/body", "/web/api/mapped", "/web/api/reader"})
    void refusesAChunkedBodyWhileItIsRead(String path) throws Exception {
        try (Socket socket = server.client("https").open()) {
            RawClient.write(socket, RawClient.head("POST", path, "Transfer-Encoding: chunked"));
            writeChunks(socket, 20_001);
            RawClient.Answer answer = RawClient.read(socket);
            assertRefused(answer, 413);
            assertThat(answer.header("Connection")).isEqualTo("close");
        }
    }

    @Test
    void takesABodyOfExactlyTheLimit() throws Exception {
        assertThat(server.client("https")
                        .post("/web/api/body", "x".repeat(20_000))
                        .body())
                .isEqualTo("20000 bytes");
        try (Socket socket = server.client("https").open()) {
            RawClient.write(socket, RawClient.head("POST", "/web/api/body", "Transfer-Encoding: chunked"));
            writeChunks(socket, 20_000);
            RawClient.write(socket, "0\r\n\r\n");
            assertThat(RawClient.read(socket).body()).contains("20000 bytes");
        }
    }

    @Test
    void dependsOnThePath() throws Exception {
        for (String path : List.of("/web/api/x/list", "/web/api/x/export/csv")) {
            assertRefused(server.client("https").post(path, "x".repeat(2_001)), 413);
            assertThat(server.client("https").post(path, "x".repeat(2_000)).status())
                    .isEqualTo(200);
        }
        for (String connector : List.of("https", "devices", "devicesExtra")) {
            assertRefused(server.client(connector).post("/router/tk800/config", "x".repeat(4_001)), 413);
            assertRefused(server.client(connector).post("/router/tk800/config", "x".repeat(4_000)), 503);
        }
        assertThat(server.client("https")
                        .post("/web/tus/upload/1", "x".repeat(30_000))
                        .body())
                .isEqualTo("30000 bytes");
    }

    @Test
    void takesOnlySmallBodiesWhereEverybodyMayCall() throws Exception {
        server.configure(Map.of());
        for (String path : List.of("/web/api/authentication/login_check", "/web/api/anonymous/x")) {
            assertRefused(server.client("https").post(path, "x".repeat((64 << 10) + 1)), 413);
            assertThat(server.client("https").post(path, "x".repeat(64 << 10)).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void sendsAwayAClientThatLetsTooManyThreadsWait() throws Exception {
        List<Socket> waiting = new ArrayList<>();
        try {
            RawClient.Answer answer = null;
            for (int i = 0; i < 190 && answer == null; i++) {
                Socket socket = server.client("https").open();
                waiting.add(socket);
                RawClient.write(socket, RawClient.head("POST", "/web/api/body", "Content-Length: 100"));
                answer = i < 16 ? null : answerWithin(socket, 200);
            }
            assertThat(answer)
                    .as("an answer to one of the clients that send no body")
                    .isNotNull();
            assertRefused(answer, 503);
            assertThat(answer.header("Retry-After")).isEqualTo("5");
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    private static RawClient.Answer answerWithin(Socket socket, int milliseconds) throws IOException {
        socket.setSoTimeout(milliseconds);
        try {
            return RawClient.read(socket);
        } catch (AssertionError waits) {
            return null;
        }
    }

    @Test
    void answersATrickledBodyWith408() throws Exception {
        server.configure(Map.of("minimumRequestDataRate", 1_000L));
        try (Socket socket = server.client("https").open()) {
            RawClient.write(socket, RawClient.head("POST", "/web/api/body", "Content-Length: 19000"));
            CompletableFuture<RawClient.Answer> answer = CompletableFuture.supplyAsync(() -> RawClient.read(socket));
            while (!answer.isDone()) {
                trickle(socket);
            }
            assertRefused(answer.get(), 408);
        }
    }

    private static void trickle(Socket socket) {
        try {
            RawClient.write(socket, "x");
            TimeUnit.MILLISECONDS.sleep(100); // the pace itself is what is tested
        } catch (IOException | InterruptedException expected) {
            // The server has closed.
        }
    }

    private static void writeChunks(Socket socket, int bytes) {
        try {
            for (int left = bytes; left > 0; left -= 5_000) {
                int size = Math.min(left, 5_000);
                RawClient.write(socket, Integer.toHexString(size) + "\r\n" + "x".repeat(size) + "\r\n");
            }
        } catch (IOException expected) {
            // The server may close as soon as it has answered.
        }
    }
}
