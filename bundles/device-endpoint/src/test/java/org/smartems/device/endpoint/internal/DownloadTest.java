// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smartems.device.endpoint.internal.EndpointServer.AUTHORIZED;

import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.fleet.firmware.FirmwareLink;
import org.smartems.testing.Eventually;
import org.smartems.testing.RawClient;

class DownloadTest extends EndpointTestBase {

    private static final int LARGE = 32 << 20;
    private static final String TAG = '"' + FakeLinks.MD5 + '"';
    private static final String MODIFIED = "Thu, 05 Nov 2026 09:08:07 GMT";

    @TempDir
    private Path files;

    private String content;

    @BeforeEach
    void addFiles() throws Exception {
        server.links.opened.clear();
        StringBuilder text = new StringBuilder();
        while (text.length() < 100_000) {
            text.append(text.length()).append(' ');
        }
        content = text.toString();
        Path file = Files.writeString(files.resolve("fw.bin"), content);
        server.links.add("open", new FirmwareLink(1, 1, "fw.bin", false), 1, file);
        server.links.add("closed", new FirmwareLink(1, 1, "fw.bin", true), 2, file);
        server.links.add("named", new FirmwareLink(1, 1, "F\u00fcr \"x\".bin", false), 1, file);
        server.links.add("orphan", new FirmwareLink(1, 1, "fw.bin", false), 99, file);
        server.links.add("empty", new FirmwareLink(1, 1, "x", false), 1, Files.createFile(files.resolve("empty")));
    }

    @Test
    void givesTheFile() throws Exception {
        RawClient.Answer answer = server.get("/df/open/fw.bin");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(content);
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(content.length()));
        assertThat(answer.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"fw.bin\"");
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.header("ETag")).isEqualTo(TAG);
        assertThat(answer.header("Last-Modified")).isEqualTo(MODIFIED);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Range")).isNull();
        assertThat(server.get("/df/empty/x").body()).isEmpty();
        assertFilesClosed();
    }

    @Test
    void tellsTheLengthWithoutTheFile() throws Exception {
        for (String range : List.of("X-None: x", "Range: bytes=5-6")) {
            RawClient.Answer answer = server.client().send("HEAD", "/df/open/fw.bin", range);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(content.length()));
            assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
            assertThat(answer.header("ETag")).isEqualTo(TAG);
            assertThat(answer.body()).isEmpty();
        }
        assertFilesClosed();
    }

    @Test
    void resumes() throws Exception {
        int length = content.length();
        Map<String, int[]> parts = Map.of(
                "bytes=70000-", new int[] {70_000, length},
                "bytes=5-6", new int[] {5, 7},
                "bytes=-10", new int[] {length - 10, length},
                "bytes=0-", new int[] {0, length});
        for (Map.Entry<String, int[]> part : parts.entrySet()) {
            RawClient.Answer answer = server.get("/df/open/fw.bin", "Range: " + part.getKey(), "If-Range: " + TAG);
            int first = part.getValue()[0];
            int end = part.getValue()[1];
            assertThat(answer.status()).isEqualTo(206);
            assertThat(answer.body()).isEqualTo(content.substring(first, end));
            assertThat(answer.header("Content-Range")).isEqualTo("bytes " + first + "-" + (end - 1) + "/" + length);
            assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(end - first));
        }
        assertFilesClosed();
    }

    @Test
    void givesTheWholeFileWhenItIsNotTheOneThatWasBegun() throws Exception {
        for (String other : List.of("\"other\"", "W/" + TAG, "Wed, 21 Oct 2026 07:28:00 GMT")) {
            RawClient.Answer answer = server.get("/df/open/fw.bin", "Range: bytes=5-6", "If-Range: " + other);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(content);
        }
    }

    @Test
    void refusesAPartThatThereIsNot() throws Exception {
        RawClient.Answer answer = server.get("/df/open/fw.bin", "Range: bytes=" + content.length() + "-");
        assertRefused(answer, 416);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes */" + content.length());
        assertRefused(server.get("/df/empty/x", "Range: bytes=0-"), 416);
        assertThat(server.links.opened).isEmpty();
    }

    @Test
    void answersEveryWrongLinkAlike() throws Exception {
        for (String path : List.of(
                "/df/none/fw.bin",
                "/df/open/other.bin",
                "/df/orphan/fw.bin",
                "/df/open",
                "/df/open/fw.bin/x",
                "/df/x/")) {
            RawClient.Answer answer = server.get(path);
            assertRefused(answer, 404);
            assertThat(answer.header("WWW-Authenticate")).isNull();
        }
        assertThat(server.links.opened).isEmpty();
    }

    @Test
    void asksGatewaysWhoTheyAre() throws Exception {
        RawClient.Answer answer = server.get("/df/closed/fw.bin");
        assertRefused(answer, 401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic ");
        assertThat(server.client().send("HEAD", "/df/closed/fw.bin").status()).isEqualTo(401);
        assertThat(server.get("/df/closed/fw.bin", AUTHORIZED).body()).isEqualTo(content);
        assertThat(server.client().send("HEAD", "/df/closed/fw.bin", AUTHORIZED).status())
                .isEqualTo(200);
        assertFilesClosed();
    }

    @Test
    void asksABoundGatewayForItsOwnCredential() throws Exception {
        server.links.bind(
                "closed",
                server.catalogue.snapshot().credential("device").orElseThrow().id());
        assertThat(server.get("/df/closed/fw.bin", AUTHORIZED).status()).isEqualTo(200);
        server.links.bind("closed", 4711);
        assertRefused(server.get("/df/closed/fw.bin", AUTHORIZED), 401);
        assertThat(server.client().send("HEAD", "/df/closed/fw.bin", AUTHORIZED).status())
                .isEqualTo(401);
        assertThat(server.checkIns.failures).hasSize(2);
    }

    @Test
    void isOnlyRead() throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS")) {
            RawClient.Answer answer = server.client().send(method, "/df/open/fw.bin");
            assertRefused(answer, 405);
            assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
        }
    }

    @Test
    void namesFilesInAnyAlphabet() throws Exception {
        RawClient.Answer answer = server.get("/df/named/F%C3%BCr%20%22x%22.bin");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"F_r _x_.bin\"; filename*=UTF-8''F%C3%BCr%20%22x%22.bin");
    }

    @Test
    void saysSoWhenAFileIsGone() throws Exception {
        Files.delete(files.resolve("fw.bin"));
        assertRefused(server.get("/df/open/fw.bin"), 500);
        Files.writeString(files.resolve("fw.bin"), "another length");
        assertRefused(server.get("/df/open/fw.bin"), 500);
        assertFilesClosed();
    }

    @Test
    void breaksOffWhenAFileShrinks() throws Exception {
        addLarge();
        try (Socket socket = server.client().open()) {
            RawClient.write(socket, RawClient.head("GET", "/df/large/fw.bin"));
            socket.getInputStream().readNBytes(1000);
            try (RandomAccessFile file =
                    new RandomAccessFile(files.resolve("large").toFile(), "rw")) {
                file.setLength(1 << 20);
            }
            assertThat(countRest(socket.getInputStream())).isLessThan(LARGE);
        }
        assertFilesClosed();
    }

    @Test
    void keepsTheConnectionForTheNextRequest() throws Exception {
        try (Socket socket = server.client().open()) {
            String kept = "GET /df/open/fw.bin HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-9\r\n\r\n";
            RawClient.write(socket, kept.repeat(3) + RawClient.head("GET", "/df/open/fw.bin", "Range: bytes=0-9"));
            assertThat(RawClient.read(socket).body().split(content.substring(0, 10), -1))
                    .hasSize(5);
        }
    }

    @Test
    void servesManySlowDevicesWithoutAThreadForEach() throws Exception {
        addLarge();
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 2 * EndpointServer.THREADS; i++) {
                Socket socket = server.client().open();
                slow.add(socket);
                RawClient.write(socket, RawClient.head("GET", "/df/large/fw.bin"));
            }
            assertThat(server.post("/open/config", "").status()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        assertFilesClosed();
    }

    @Test
    void cutsADeviceOffThatTakesNothing() throws Exception {
        addLarge();
        try (Socket socket = server.client().open()) {
            RawClient.write(socket, RawClient.head("GET", "/df/large/fw.bin"));
            Eventually.until("the file is open", () -> !server.links.opened.isEmpty());
            assertFilesClosed();
            assertThat(countRest(socket.getInputStream())).isLessThan(LARGE);
        }
    }

    @Test
    void givesALargeFileAsAWhole() throws Exception {
        addLarge();
        try (Socket socket = server.client().open()) {
            RawClient.write(socket, RawClient.head("GET", "/df/large/fw.bin", "Range: bytes=1-"));
            assertThat(countRest(socket.getInputStream())).isEqualTo(LARGE - 1);
        }
        assertFilesClosed();
    }

    private void addLarge() throws Exception {
        Path large = files.resolve("large");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(LARGE);
        }
        server.links.add("large", new FirmwareLink(1, 1, "fw.bin", false), 1, large);
    }

    /** Bytes of the body until the server closes. */
    private static long countRest(InputStream in) {
        long count = 0;
        byte[] buffer = new byte[1 << 16];
        String head = "";
        try {
            while (true) {
                int read = in.read(buffer);
                if (read < 0) {
                    return count;
                }
                if (head != null && count == 0) {
                    head += new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                    int end = head.indexOf("\r\n\r\n");
                    if (end >= 0) {
                        count = head.length() - end - 4;
                        head = null;
                    }
                } else {
                    count += read;
                }
            }
        } catch (java.io.IOException broken) {
            return count;
        }
    }

    private static void assertFilesClosed() {
        Eventually.until(
                "all files are closed", () -> server.links.opened.stream().noneMatch(FileChannel::isOpen));
    }
}
