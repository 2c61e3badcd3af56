// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineTest {

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void readsAnswersOneAfterTheOther() throws Exception {
        try (Line line = answering(
                "HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nabc",
                "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"r\"\r\nContent-Length: 0\r\n\r\n")) {
            Answer first = line.exchange(bytes("x"));
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.body()).isEqualTo(bytes("abc"));
            Answer second = line.exchange(bytes("x"));
            assertThat(second.status()).isEqualTo(401);
            assertThat(second.header("www-authenticate")).isEqualTo("Digest realm=\"r\"");
            assertThat(second.header("authenticate")).isEmpty();
            assertThat(second.body()).isEmpty();
        }
    }

    @Test
    void joinsChunks() throws Exception {
        try (Line line = answering(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\na\r\nefghijklmn\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nz")) {
            assertThat(line.exchange(bytes("x")).body()).isEqualTo(bytes("abcdefghijklmn"));
            assertThat(line.exchange(bytes("x")).body()).isEqualTo(bytes("z"));
        }
    }

    @Test
    void readsAnAnswerLargerThanItsBuffer() throws Exception {
        String body = "0123456789".repeat(3000);
        try (Line line = answering("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)) {
            assertThat(line.exchange(bytes("x")).body()).isEqualTo(bytes(body));
        }
    }

    @Test
    void refusesWhatHasNoLength() throws Exception {
        try (Line line = answering("HTTP/1.1 200 OK\r\n\r\n")) {
            assertThatThrownBy(() -> line.exchange(bytes("x"))).isInstanceOf(ProtocolException.class);
        }
    }

    @Test
    void tellsThatAnAnswerEndsEarly() throws Exception {
        try (Line line = answering("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc")) {
            assertThatThrownBy(() -> line.exchange(bytes("x"))).isInstanceOf(EOFException.class);
        }
    }

    /** A server that gives one answer for each byte it gets, the bytes of an answer one by one, and then closes. */
    private Line answering(String... answers) throws IOException {
        Thread thread = new Thread(() -> {
            try (Socket socket = server.accept();
                    OutputStream out = socket.getOutputStream()) {
                for (String answer : answers) {
                    assertThat(socket.getInputStream().read()).isNotNegative();
                    for (byte each : bytes(answer)) {
                        out.write(each);
                    }
                }
            } catch (IOException ignored) {
                // the client fails
            }
        });
        thread.setDaemon(true);
        thread.start();
        return new Line(new Socket("127.0.0.1", server.getLocalPort()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
