// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.PlatformException;
import org.smartems.api.error.ValidationException;
import org.smartems.device.endpoint.recording.Recording;
import org.smartems.device.endpoint.recording.RecordingOrder;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.platform.audit.Author;
import org.smartems.spi.procedure.DeviceExchange;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.testing.Eventually;
import org.smartems.testing.contract.RecordedExchanges;

class RecordingTest extends EndpointTestBase {

    private static final Author AUTHOR = Author.system("test");
    private static final long TYPE = 2;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @AfterEach
    void end() {
        if (server.recorder.all().stream().anyMatch(Recording::running)) {
            server.recorder.stop(AUTHOR, TYPE);
        }
    }

    @Test
    void writesWhatReplaysWithoutItsSecrets() throws Exception {
        server.procedure.handling = RecordingTest::echo;
        start(10, "replays");
        String body = "serial A-1\r\npsk geheim99\n### answer\nvariable of-the-variable";
        String answer = server.post("/closed/config?token=t0ken-1", body, EndpointServer.AUTHORIZED, "X-Key: abc")
                .body();
        assertThat(answer).contains("geheim99", "t0ken-1", "Basic ");
        Recording recording = server.recorder.stop(AUTHOR, TYPE);
        assertThat(recording.written()).as(recording.reason()).isOne();
        Path file = files(recording).get(0);
        assertThat(file).hasFileName("00001-nothing.http");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file))
                .contains("serial A-1", "psk masked", "# @type Type 2")
                .doesNotContain("geheim99", "t0ken-1", "of-the-variable", "X-Key", "abc", "ZGV2aWNlOnNlY3JldA");
        RecordedExchanges.replay(file, server.procedure);
        server.procedure.handling = exchange -> DeviceResponse.text("text/plain", "something else");
        assertThatThrownBy(() -> RecordedExchanges.replay(file, server.procedure))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void writesARefusalOfThePlatformSuchThatItReplays() throws Exception {
        server.procedure.handling = exchange -> {
            try {
                return exchange.checkIn(DeviceReport.empty(), checkIn -> DeviceResponse.empty());
            } catch (ValidationException e) {
                return DeviceResponse.text(
                                "text/plain", e.errors().get(0).parameters().toString())
                        .status(400);
            }
        };
        server.checkIns.before = contact -> {
            throw new ValidationException(
                    List.of(FieldError.of("imsi", "validation.unique").with("other", "d 7")));
        };
        start(10, "refusals");
        server.post("/closed/config", "", EndpointServer.AUTHORIZED);
        server.checkIns.before = contact -> {
            throw new ValidationException(
                    List.of(FieldError.of("imsi", "validation.lengthMax").with("limit", 255)));
        };
        server.post("/closed/config", "", EndpointServer.AUTHORIZED);
        Recording recording = server.recorder.stop(AUTHOR, TYPE);
        assertThat(recording.leftOut()).isOne();
        assertThat(recording.reason()).contains("space");
        RecordedExchanges.replay(files(recording).get(0), server.procedure);
    }

    @Test
    void costsNoDeviceItsAnswer() throws Exception {
        ProcedureDescription described = server.procedure.description;
        start(10, "odd");
        server.procedure.description = ProcedureDescription.of("test", "Another one, without routes");
        try {
            assertThat(server.post("/closed/config", "", EndpointServer.AUTHORIZED)
                            .status())
                    .isEqualTo(200);
        } finally {
            server.procedure.description = described;
        }
        Recording recording = server.recorder.stop(AUTHOR, TYPE);
        assertThat(recording.written()).as(recording.reason()).isOne();
    }

    @Test
    void beginsNothingThatCannotBeAudited() {
        server.untold.set(true);
        assertThatThrownBy(() -> start(1, "audited")).isInstanceOf(DatabaseUnavailable.class);
        server.untold.set(false);
        start(1, "audited");
    }

    @Test
    void leavesOutWhatCannotBeWritten() throws Exception {
        start(10, "left-out");
        server.post("/closed/config", "password ab", EndpointServer.AUTHORIZED);
        server.post("/closed/config", "not UTF-8: \u00ff", EndpointServer.AUTHORIZED);
        Recording recording = server.recorder.stop(AUTHOR, TYPE);
        assertThat(recording.leftOut()).isEqualTo(2);
        assertThat(files(recording)).isEmpty();
    }

    @Test
    void endsByItselfAfterTheCountAndRecordsNoOtherType() throws Exception {
        Recording recording = start(1, "count");
        server.post("/open/config", "");
        server.post("/closed/config", "", EndpointServer.AUTHORIZED);
        Eventually.until("the end", () -> server.recorder.all().stream().noneMatch(Recording::running));
        server.post("/closed/config", "", EndpointServer.AUTHORIZED);
        assertThat(files(recording)).hasSize(1);
        assertThatThrownBy(() -> server.recorder.stop(AUTHOR, TYPE)).isInstanceOf(PlatformException.class);
    }

    @Test
    void refusesASecondRecordingAKnownDirectoryAndAWayOut() {
        start(1, "once");
        assertThatThrownBy(() -> start(1, "twice")).hasMessageContaining("already");
        server.recorder.stop(AUTHOR, TYPE);
        assertThatThrownBy(() -> start(1, "once")).hasMessageContaining("already");
        assertThatThrownBy(() -> start(1, "../out")).hasMessageContaining("../out");
        assertThatThrownBy(() -> start(0, "none")).hasMessageContaining("count");
        assertThatThrownBy(() -> server.recorder.start(AUTHOR, new RecordingOrder(99, 1, MINUTE, "")))
                .hasMessageContaining("99");
    }

    private static Recording start(int count, String directory) {
        return server.recorder.start(AUTHOR, new RecordingOrder(TYPE, count, MINUTE, directory));
    }

    private static DeviceResponse echo(DeviceExchange exchange) {
        String body = new String(exchange.request().body(), StandardCharsets.UTF_8);
        exchange.log(LogLevel.INFO, "heard", Map.of());
        return exchange.checkIn(
                DeviceReport.empty().with(DeviceField.SERIAL_NUMBER, "A-1").withConfig(1, body),
                checkIn -> DeviceResponse.text(
                        "text/plain",
                        body
                                + exchange.request().query()
                                + exchange.request().header("Authorization").orElse("")));
    }

    private static List<Path> files(Recording recording) throws IOException {
        try (Stream<Path> all = Files.list(recording.directory())) {
            return all.sorted().toList();
        }
    }
}
