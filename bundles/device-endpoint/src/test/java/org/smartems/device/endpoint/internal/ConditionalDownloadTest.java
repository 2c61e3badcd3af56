// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smartems.device.endpoint.internal.EndpointServer.AUTHORIZED;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.fleet.firmware.FirmwareLink;
import org.smartems.testing.RawClient;

/** Devices that say what they have of a firmware already. */
class ConditionalDownloadTest extends EndpointTestBase {

    private static final String CONTENT = "0123456789";
    private static final String TAG = '"' + FakeLinks.MD5 + '"';
    private static final String MODIFIED = "Thu, 05 Nov 2026 09:08:07 GMT";

    @TempDir
    private Path files;

    @BeforeEach
    void addFiles() throws Exception {
        server.links.opened.clear();
        Path file = Files.writeString(files.resolve("fw.bin"), CONTENT);
        server.links.add("open", new FirmwareLink(1, 1, "fw.bin", false), 1, file);
        server.links.add("closed", new FirmwareLink(1, 1, "fw.bin", true), 2, file);
    }

    @Test
    void resumesWhatWasBegunAtTheSameMoment() throws Exception {
        RawClient.Answer answer = server.get("/df/open/fw.bin", "Range: bytes=5-6", "If-Range: " + MODIFIED);
        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(CONTENT.substring(5, 7));
    }

    @Test
    void keepsTheFileFromADeviceThatHasIt() throws Exception {
        for (String condition : List.of(
                "If-Modified-Since: " + MODIFIED,
                "If-Modified-Since: Thursday, 05-Nov-26 09:08:07 GMT",
                "If-Modified-Since: Thu Nov  5 09:08:08 2026",
                "If-None-Match: " + TAG,
                "If-None-Match: \"other\", W/" + TAG,
                "If-None-Match: *")) {
            for (String method : List.of("GET", "HEAD")) {
                RawClient.Answer answer =
                        server.client().send(method, "/df/open/fw.bin", condition, "Range: bytes=5-6");
                assertThat(answer.status()).as(method + " " + condition).isEqualTo(304);
                assertThat(answer.body()).isEmpty();
                assertThat(answer.header("ETag")).isEqualTo(TAG);
                assertThat(answer.header("Last-Modified")).isEqualTo(MODIFIED);
            }
        }
        assertThat(server.links.opened).isEmpty();
    }

    @Test
    void givesTheFileToADeviceThatHasAnotherOne() throws Exception {
        for (String condition : List.of(
                "If-Modified-Since: Thu, 05 Nov 2026 09:08:06 GMT",
                "If-Modified-Since: yesterday",
                "If-Modified-Since: ",
                "If-None-Match: \"other\"",
                "If-None-Match: \"other\"\r\nIf-Modified-Since: " + MODIFIED)) {
            RawClient.Answer answer = server.get("/df/open/fw.bin", condition);
            assertThat(answer.status()).as(condition).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(CONTENT);
        }
    }

    @Test
    void asksGatewaysWhoTheyAreBeforeItTellsThemAnything() throws Exception {
        RawClient.Answer answer = server.get("/df/closed/fw.bin", "If-Modified-Since: " + MODIFIED);
        assertRefused(answer, 401);
        assertThat(answer.header("ETag")).isNull();
        assertThat(answer.header("Last-Modified")).isNull();
        assertThat(server.get("/df/closed/fw.bin", AUTHORIZED, "If-Modified-Since: " + MODIFIED)
                        .status())
                .isEqualTo(304);
    }
}
