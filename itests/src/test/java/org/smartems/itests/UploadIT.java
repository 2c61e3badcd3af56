// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Uploads through everything that stands before them. */
@ExtendWith(SharedServer.class)
class UploadIT {

    private Server server;
    private Database database;
    private Tus tus;

    @BeforeEach
    void logIn(Server shared) throws Exception {
        server = shared;
        database = Database.embeddedIn(shared);
        tus = new Tus(shared, database.newUser(), shared.password());
    }

    private static void send(Socket socket, String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Test
    void everybodyMayAskWhatThereIs() throws Exception {
        Answer answer = server.https().send("OPTIONS", Tus.ROOT, null);
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(answer.header("Tus-Max-Size")).isEqualTo("4294967296");
        assertThat(answer.header("Strict-Transport-Security")).isNotNull();
        Errors.assertPlain(server.https().with("Tus-Resumable", "1.0.0").send("POST", Tus.ROOT, ""), 401);
        assertThat(server.devices().send("OPTIONS", Tus.ROOT, null).status()).isEqualTo(404);
    }

    @Test
    void goesOnWhereTheLineBroke() throws Exception {
        String path = tus.create(10);
        try (Socket socket = tus.begin(path, 0, 10)) {
            send(socket, "abcd");
        }
        Await.until("what came is kept", () -> tus.offset(path) == 4);
        assertThat(tus.append(path, 0, "abcd").status()).isEqualTo(409);
        assertThat(tus.append(path, 4, "efghij").header("Upload-Offset")).isEqualTo("10");
        assertThat(database.value(
                        String.class,
                        "select md5 from platform_upload where received = 10 and user_id ="
                                + " (select id from platform_user where username = ?)",
                        tus.username()))
                .isEqualTo("a925576942e94b2ef57a066101b48876");
    }

    @Test
    void oneRequestAtATimeWorksOnAnUpload() throws Exception {
        String path = tus.create(10);
        try (Socket socket = tus.begin(path, 0, 10)) {
            send(socket, "abcd");
            Await.until("the first one has begun", () -> tus.append(path, 0, "").status() == 423);
            Errors.assertPlain(tus.http().send("DELETE", path, null), 423);
            send(socket, "efghij");
            assertThat(Tus.status(socket)).isEqualTo("204");
        }
        assertThat(tus.offset(path)).isEqualTo(10);
        assertThat(tus.http().send("DELETE", path, null).status()).isEqualTo(204);
        assertThat(tus.http().send("HEAD", path, null).status()).isEqualTo(404);
    }

    @Test
    void isForItsUserAlone() throws Exception {
        String path = tus.create(3);
        Tus other = new Tus(server, database.newUser(), server.password());
        Errors.assertPlain(other.append(path, 0, "abc"), 404);
        assertThat(tus.append(path, 0, "abc").status()).isEqualTo(204);
    }

    @Test
    void isNoLongerThanAnnouncedOrAllowed() throws Exception {
        String path = tus.create(3);
        Answer refused = tus.append(path, 0, "abcd");
        Errors.assertPlain(refused, 413);
        assertThat(refused.header("Tus-Resumable")).isEqualTo("1.0.0");
        Errors.assertPlain(tus.http().with("Upload-Length", "4294967297").send("POST", Tus.ROOT, ""), 413);
        assertThat(tus.offset(path)).isZero();
    }

    @Test
    void anotherVersionIsRefused() throws Exception {
        Answer refused = tus.http()
                .with("Tus-Resumable", "0.2.2")
                .with("Upload-Length", "3")
                .send("POST", Tus.ROOT, "");
        Errors.assertPlain(refused, 412);
        assertThat(refused.header("Tus-Version")).isEqualTo("1.0.0");
    }
}
