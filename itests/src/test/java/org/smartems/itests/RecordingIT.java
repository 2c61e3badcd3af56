// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smartems.procedure.tk800.internal.RouterProcedure;
import org.smartems.testing.contract.RecordedExchanges;

/** What is recorded of a server is a test for the author of a procedure. */
@ExtendWith(SharedServer.class)
class RecordingIT {

    private static final Pattern PASSWORD = Pattern.compile("shown this once\\): (\\S+)");
    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void recordsExchangesThatReplayWithoutTheirSecrets(Server server) throws Exception {
        String made = server.shell("smartems:device-credential-create --type TK800 recorded")
                .requireSuccess()
                .output();
        String password =
                PASSWORD.matcher(made).results().findFirst().orElseThrow().group(1);
        String started = server.shell("smartems:record --count 3 --minutes 5 --directory kit TK800")
                .requireSuccess()
                .output();
        assertThat(started).contains("data/recordings/kit", "3 exchanges");
        assertThat(server.shell("smartems:record TK800").status()).isEqualTo(1);
        Curl router = Curl.digest("recorded", password);
        String url = "https://127.0.0.1:" + server.ports().https() + "/router/tk800/config";
        router.post(url, FORM, "Serial=RECORDED&Firmware=V1.0.0");
        router.post(url, FORM, "Serial=RECORDED&Firmware=V1.0.0&Model=M&startup-config=psk+" + password);
        router.post(url, FORM, "Firmware=V1.0.0");
        Await.until("three exchanges are written", () -> server.shell("smartems:record-status --json")
                .requireSuccess()
                .output()
                .contains("\"running\":false"));
        List<Path> files = files(server.etc("../data/recordings/kit"));
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("00001-created.http", "00002-disabled.http", "00003-refused.http");
        for (Path file : files) {
            assertReplays(file, password);
        }
        assertThat(server.shell("smartems:record-stop TK800").status()).isEqualTo(1);
    }

    private static void assertReplays(Path file, String secret) throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).doesNotContain(secret).doesNotContain("Digest ");
        RecordedExchanges.replay(file, new RouterProcedure());
    }

    private static List<Path> files(Path directory) throws Exception {
        try (Stream<Path> all = Files.list(directory)) {
            return all.sorted().toList();
        }
    }
}
