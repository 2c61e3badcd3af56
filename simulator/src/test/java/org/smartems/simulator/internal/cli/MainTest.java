// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.simulator.Guard;
import org.smartems.simulator.ProtocolServer;
import org.smartems.simulator.Reply;
import org.smartems.simulator.TestCertificate;
import org.smartems.simulator.internal.json.JsonException;
import org.smartems.simulator.internal.json.JsonReader;

class MainTest {

    @TempDir
    private Path directory;

    private final ProtocolServer server = new ProtocolServer(Guard.digest("router", "secret"));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path settings;

    @BeforeEach
    void configure() throws IOException {
        settings = Files.writeString(
                directory.resolve("simulator.properties"),
                "url=" + server.url("") + "\ntrust=" + TestCertificate.pem().toAbsolutePath()
                        + "\nmix=tk800=1\ntk800.username=router\ntk800.password=secret\ninterval=0s\nrampUp=0s\n");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void runsAsTheFileAndTheOptionsSayAndSumsUp() {
        int status = run("--configuration", settings.toString(), "--devices=3", "--count", "9", "--strict");

        assertThat(status).isZero();
        assertThat(out.toString(UTF_8))
                .startsWith("3 devices, 9 check-ins in ")
                .contains("answers      noChange 9", "unexpected   0");
    }

    @Test
    void sumsUpInJson() throws JsonException {
        run("--configuration", settings.toString(), "--count", "4", "--json");

        Map<?, ?> summary = (Map<?, ?>) JsonReader.read(out.toString(UTF_8).trim());
        assertThat(summary.get("checkIns")).hasToString("4");
        assertThat(summary.get("answers")).hasToString("{noChange=4}");
        assertThat(summary.get("latencyMillis")).asString().contains("p50", "p99", "max");
    }

    @Test
    void tellsUnexpectedAnswersByItsStatus() {
        server.always(request -> Reply.of(500, "", ""));

        assertThat(run("--configuration", settings.toString(), "--count=2")).isZero();
        assertThat(run("--configuration", settings.toString(), "--count=2", "--strict"))
                .isEqualTo(3);
        assertThat(out.toString(UTF_8)).contains("check-in 1: status status 500");
    }

    @Test
    void writesAJournalOfWhatWasAcknowledged() throws IOException {
        server.next(
                Reply.ok("configuration/startup-config", "config").with("X-Request-Id", "r-1"), Reply.of(503, "", ""));
        Path journal = directory.resolve("journal");

        run(
                "--configuration",
                settings.toString(),
                "--count=3",
                "--journal",
                journal.toString(),
                "--set",
                "restartTime=0s");

        List<String> lines = Files.readAllLines(journal);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .contains("\"identifier\":\"RF4151000001\"", "\"answer\":\"config\"", "\"requestId\":\"r-1\"");
        assertThat(lines.get(1)).contains("\"number\":3", "\"answer\":\"noChange\"");
    }

    @Test
    void takesAUserWithAPasswordFile() throws IOException {
        Path password = Files.writeString(directory.resolve("password"), "secret\n");

        int status = run(
                "--url=" + server.url(""),
                "--insecure",
                "--mix=tk800=1",
                "--user",
                "tk800=router:" + password,
                "--count=1",
                "--strict");

        assertThat(status).isZero();
    }

    @Test
    void explainsWrongUse() {
        assertThat(run("--unknown")).isEqualTo(2);
        assertThat(run("--count")).isEqualTo(2);
        assertThat(run("--strict=yes")).isEqualTo(2);
        assertThat(run("--user", "router")).isEqualTo(2);
        assertThat(run("--fault", "slow")).isEqualTo(2);
        assertThat(run("--set", "tk800.password=x")).isEqualTo(2);
        assertThat(run("--configuration", settings.toString(), "--fault", "slwo=0.1"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains(
                        "there is no option --unknown",
                        "--count needs N",
                        "--strict has no value",
                        "--user needs DIALECT=NAME:FILE",
                        "--fault needs NAME=RATE",
                        "no password on the command line",
                        "fault.slwo: there is no such setting");
    }

    @Test
    void saysWhenItCannotReadItsFile() {
        assertThat(run("--configuration", directory.resolve("none").toString())).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("none");
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(run("--help")).isZero();
        Option.ALL.forEach(option -> assertThat(out.toString(UTF_8)).contains(option.name()));
    }

    private int run(String... arguments) {
        return new Main(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false)
                .run(Map.of(), arguments);
    }
}
