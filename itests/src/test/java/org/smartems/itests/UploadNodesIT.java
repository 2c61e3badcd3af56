// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.testing.PostgresExtension;

/** Uploads over two servers that share a database and a directory. */
class UploadNodesIT {

    @RegisterExtension
    static final PostgresExtension postgres = PostgresExtension.dedicated();

    @TempDir
    private Path files;

    private Server node(String name, ExternalDatabase database) throws Exception {
        Server node = Server.prepared(name);
        database.use(node);
        Files.writeString(node.etc("org.smartems.files.cfg"), "directory = " + files + "\n");
        return node;
    }

    @Test
    void eitherGoesOnWhereTheOtherOneEnded() throws Exception {
        ExternalDatabase database = ExternalDatabase.create(postgres, "uploads");
        try (Server a = node("upload-a", database);
                Server b = node("upload-b", database)) {
            a.start();
            a.awaitReady();
            Files.copy(a.etc("master.key"), b.etc("master.key"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            b.start();
            b.awaitReady();
            String user = database.tables().newUser();
            Tus overA = new Tus(a, user, a.password());
            Tus overB = new Tus(b, user, a.password());
            String path = overA.create(10);
            try (Socket socket = overA.begin(path, 0, 10)) {
                socket.getOutputStream().write("abcd".getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                Await.until(
                        "one node holds it for both",
                        () -> overB.append(path, 0, "").status() == 423);
                a.kill();
            }
            long kept = overB.offset(path);
            assertThat(kept).isBetween(0L, 4L);
            assertThat(overB.append(path, kept, "abcdefghij".substring((int) kept))
                            .status())
                    .isEqualTo(204);
            assertThat(database.tables().value(String.class, "select md5 from platform_upload"))
                    .isEqualTo("a925576942e94b2ef57a066101b48876");
        }
    }
}
