// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.tus.java.client.TusClient;
import io.tus.java.client.TusURLMemoryStore;
import io.tus.java.client.TusUpload;
import io.tus.java.client.TusUploader;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clients that others wrote for the protocol upload to ours. */
@ExtendWith(SharedServer.class)
class UploadOracle {

    private static final Content CONTENT = new Content(1_000_003);
    private static final String OF_USER =
            " from platform_upload where user_id = (select id from platform_user where username = ?)";

    @TempDir
    private Path directory;

    private Server server;
    private Database database;
    private String username;
    private String token;
    private Path file;

    @BeforeEach
    void makeFile(Server shared) throws Exception {
        server = shared;
        database = Database.embeddedIn(shared);
        username = database.newUser();
        token = Api.of(shared).session(username, shared.password()).text("token");
        file = directory.resolve("fw.bin");
        try (var out = Files.newOutputStream(file)) {
            CONTENT.send(0, CONTENT.size(), out);
        }
    }

    private String endpoint() {
        return "https://127.0.0.1:" + server.ports().https() + Tus.ROOT;
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole", "pieces", "at-once", "deferred", "overridden", "parallel", "resumed"})
    void tusJsClientUploads(String way) throws Exception {
        String output = javaScript(way);
        assertThat(output.strip()).matches("(?s).*" + endpoint() + "/[A-Za-z0-9_-]{22}");
        assertUploaded("firmware ü.bin");
    }

    @Test
    void tusJsClientEndsAnUpload() throws Exception {
        javaScript("ended");
        assertThat(uploads()).isZero();
    }

    private String javaScript(String way) {
        return Command.run("bash", "tus/upload.sh", endpoint(), token, file.toString(), way)
                .requireSuccess()
                .output();
    }

    @Test
    void tusJavaClientUploadsAndResumes() throws Exception {
        TusClient client = new TusClient() {
            @Override
            public void prepareConnection(HttpURLConnection connection) {
                super.prepareConnection(connection);
                Tls.trustAnything((HttpsURLConnection) connection);
            }
        };
        client.setUploadCreationURL(new URL(endpoint()));
        client.setHeaders(Map.of("Authorization", "Bearer " + token));
        client.enableResuming(new TusURLMemoryStore());
        TusUploader first = client.resumeOrCreateUpload(upload());
        first.setChunkSize(100_000);
        first.setRequestPayloadSize(300_000);
        for (int i = 0; i < 3; i++) {
            first.uploadChunk();
        }
        first.finish();
        TusUploader rest = client.resumeOrCreateUpload(upload());
        assertThat(rest.getOffset()).isEqualTo(300_000);
        while (rest.uploadChunk() > -1) {
            // goes on
        }
        rest.finish();
        assertUploaded("fw.bin");
    }

    private TusUpload upload() throws Exception {
        TusUpload upload = new TusUpload(file.toFile());
        upload.setMetadata(Map.of("filename", "fw.bin"));
        return upload;
    }

    private void assertUploaded(String fileName) throws Exception {
        assertThat(uploads()).isEqualTo(1);
        assertThat(value("filename")).isEqualTo(fileName);
        assertThat(value("md5")).isEqualTo(CONTENT.digest("MD5"));
        assertThat(value("sha256")).isEqualTo(CONTENT.digest("SHA-256"));
    }

    private long uploads() throws Exception {
        return database.value(Long.class, "select count(*)" + OF_USER, username);
    }

    private String value(String column) throws Exception {
        return database.value(String.class, "select " + column + OF_USER, username);
    }
}
