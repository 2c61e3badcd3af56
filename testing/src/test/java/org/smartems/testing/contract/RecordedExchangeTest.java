// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.ValidationException;
import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.spi.procedure.DeviceExchange;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.procedure.Route;
import org.smartems.spi.schema.Field;
import org.smartems.spi.schema.Schema;

class RecordedExchangeTest {

    private static final String FILE =
            """
            # A case.
            # @outcome CREATED
            # @identifier d7
            POST /hello?a=1
            X-Sign: yes

            one␍␊
            two

            ### answer
            200
            Content-Type: text/plain

            CREATED d7 a=1 yes one␍␊
            two␊

            ### report
            serialNumber = one␍␊two␊
            log INFO heard
            """;

    @Test
    void replaysARequestByteByByte() {
        RecordedExchange recorded = RecordedExchange.parse(FILE);
        RecordedExchange.Replay replay = recorded.replay(new Echo());
        assertThat(replay.answer()).isEqualTo("200\nContent-Type: text/plain\n\nCREATED d7 a=1 yes one\r\ntwo\n");
        assertThat(replay.answer()).isEqualTo(recorded.expectedAnswer());
        assertThat(replay.report()).containsExactly("serialNumber = one\r\ntwo\n", "log INFO heard");
        assertThat(recorded.expectedReport()).hasValue(replay.report());
    }

    @Test
    void tellsABodyThatEndsWithALineFeedFromOneThatDoesNot() {
        RecordedExchange without = RecordedExchange.parse(FILE.replace("two␊\n\n", "two\n"));
        assertThat(without.expectedAnswer()).endsWith("two");
        assertThat(RecordedExchange.parse(FILE).expectedAnswer()).endsWith("two\n");
    }

    @Test
    void expectsNoReportWhereNoneIsRecorded() {
        assertThat(RecordedExchange.parse("GET /a\n### answer\n200\n").expectedReport())
                .isEmpty();
        assertThat(RecordedExchange.parse("GET /a\n### answer\n200\n### report\n")
                        .expectedReport())
                .hasValue(List.of());
    }

    @Test
    void refusesAFileWithoutAnAnswerAndAnUnknownLine() {
        assertThatThrownBy(() -> RecordedExchange.parse("GET /a\n")).hasMessageContaining("### answer");
        RecordedExchange recorded = RecordedExchange.parse("# @colour red\n" + FILE);
        assertThatThrownBy(() -> recorded.replay(new Echo())).hasMessageContaining("colour");
    }

    @Test
    void refusesASettingThatIsNeitherTrueNorFalse() {
        RecordedExchange recorded = RecordedExchange.parse("# @setting loud on\n" + FILE);
        assertThatThrownBy(() -> recorded.replay(new Echo())).hasMessageContaining("true or false");
    }

    @Test
    void refusesAReportAsThePlatformDid() {
        RecordedExchange recorded = RecordedExchange.parse("# @refused imsi validation.lengthMax limit=255\n" + FILE);
        assertThatThrownBy(() -> recorded.replay(new Echo())).isInstanceOfSatisfying(ValidationException.class, e -> {
            assertThat(e.errors()).singleElement().satisfies(error -> {
                assertThat(error.path()).isEqualTo("imsi");
                assertThat(error.message()).isEqualTo("validation.lengthMax");
                assertThat(error.parameters()).isEqualTo(Map.of("limit", 255L));
            });
        });
    }

    @Test
    void refusesARouteThatTheProcedureDoesNotHave() {
        RecordedExchange recorded = RecordedExchange.parse(FILE.replace("/hello", "/bye"));
        assertThatThrownBy(() -> recorded.replay(new Echo())).hasMessageContaining("/bye");
    }

    /** Answers with what it was sent. */
    private static final class Echo implements CommunicationProcedure {

        @Override
        public ProcedureDescription description() {
            return ProcedureDescription.of("echo", "Echo")
                    .routes(Route.post("hello", "/hello"))
                    .settings(Schema.of(Field.bool("loud", "Loud")));
        }

        @Override
        public DeviceResponse handle(DeviceExchange exchange) {
            String body = new String(exchange.request().body(), StandardCharsets.UTF_8);
            String sign = exchange.request().header("x-sign").orElse("no");
            exchange.log(LogLevel.INFO, "heard", Map.of());
            return exchange.checkIn(
                    DeviceReport.empty().with(DeviceField.SERIAL_NUMBER, body),
                    checkIn -> DeviceResponse.text(
                            "text/plain",
                            String.join(
                                    " ",
                                    checkIn.outcome().name(),
                                    checkIn.identifier(),
                                    exchange.request().query(),
                                    sign,
                                    body)));
        }
    }
}
