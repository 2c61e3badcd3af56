// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.testing.PostgresExtension;

/** Several servers on one database. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodesIT {

    @RegisterExtension
    static final PostgresExtension postgres = PostgresExtension.dedicated();

    private static final String KEY = newKey();

    @TempDir
    private static Path files;

    private static ExternalDatabase database;
    private static Server a;
    private static Server b;
    private static String password;

    @BeforeAll
    static void prepare() throws Exception {
        database = ExternalDatabase.create(postgres, "nodes");
        a = node("node-a");
        b = node("node-b");
        write(a, KEY);
        write(b, KEY);
    }

    @AfterAll
    static void stop() throws Exception {
        for (Server server : new Server[] {a, b}) {
            if (server != null) {
                server.close();
            }
        }
    }

    private static Server node(String name) throws IOException {
        Server server = Server.prepared(name);
        database.use(server);
        Files.writeString(server.etc("org.smartems.files.cfg"), "directory = " + files + "\n");
        return server;
    }

    @Test
    @Order(1)
    void twoNodesStartAtOnceOnAnEmptyDatabase() throws Exception {
        a.start();
        b.start();
        a.awaitReady();
        b.awaitReady();
        assertThat(database.tables().value(Long.class, "select count(*) from platform_user"))
                .isEqualTo(1);
        List<Server> withPassword = Stream.of(a, b)
                .filter(node -> Files.exists(node.passwordFile()))
                .toList();
        assertThat(withPassword).hasSize(1);

        password = withPassword.get(0).password();
        Answer onA = Api.of(a).session("admin", password);
        assertThat(Api.of(b).roles(onA.text("token")).status()).isEqualTo(200);
        Answer onB = Api.of(b).refresh(onA.text("refreshToken"));
        assertThat(onB.status()).as(onB.toString()).isEqualTo(200);
        assertThat(Api.of(a).roles(onB.text("token")).status()).isEqualTo(200);
        assertThat(b.https().bearer(onB.text("token")).post(Api.LOGOUT).status())
                .isEqualTo(204);
        Errors.assertPlain(Api.of(a).roles(onA.text("token")), 401);
        assertThat(database.tables().value(Long.class, "select count(*) from platform_signing_key"))
                .isEqualTo(1);
    }

    @Test
    @Order(2)
    void anUploadGoesOnAtTheNodeThatIsLeft() throws Exception {
        String user = database.tables().newUser();
        Tus overA = new Tus(a, user, password);
        Tus overB = new Tus(b, user, password);
        String path = overB.create(10);
        try (Socket socket = overB.begin(path, 0, 10)) {
            socket.getOutputStream().write("abcd".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            Await.until(
                    "one node holds it for both",
                    () -> overA.append(path, 0, "").status() == 423);
            b.kill();
        }
        long kept = overA.offset(path);
        assertThat(kept).isBetween(0L, 4L);
        assertThat(overA.append(path, kept, "abcdefghij".substring((int) kept)).status())
                .isEqualTo(204);
        assertThat(database.tables().value(String.class, "select md5 from platform_upload"))
                .isEqualTo("a925576942e94b2ef57a066101b48876");
    }

    @Test
    @Order(3)
    void aNodeWithoutTheMasterKeyTouchesNothingUntilItHasTheRightOne() throws Exception {
        try (Server other = node("node-without-key")) {
            other.start();
            other.awaitRefusal("encryption", "the master key file is missing");
            assertThat(other.etc("master.key")).doesNotExist();
            assertAway(other);

            write(other, newKey());
            other.awaitRefusal("encryption", "this database was encrypted with the master key of fingerprint");
            assertAway(other);
            a.awaitReady();

            write(other, KEY);
            other.awaitReady();
        }
    }

    @Test
    @Order(4)
    void aDatabaseOfANewerReleaseIsRefused() throws Exception {
        database.tables()
                .update("insert into schema_history_platform (installed_rank, version, description, type, script,"
                        + " checksum, installed_by, execution_time, success) values (999, '999', 'of the future',"
                        + " 'SQL', 'V999__of_the_future.sql', 1, 'somebody', 1, true)");
        b.start();
        b.awaitLive();
        b.awaitRefusal("schema", "newer release");
        assertAway(b);
    }

    private static void assertAway(Server node) throws IOException {
        Answer answer = node.https().get(Api.CONFIGURATION);
        Errors.assertPlain(answer, 503);
        assertThat(answer.header("Retry-After")).matches("\\d+");
        assertThat(node.https().get("/health/live").status()).isEqualTo(200);
    }

    private static String newKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key) + "\n";
    }

    private static void write(Server node, String key) throws IOException {
        Path file = node.etc("master.key");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, key);
    }
}
