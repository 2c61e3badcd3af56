// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smartems.fleet.internal.checkin.DecisionCase.SERIAL;
import static org.smartems.fleet.internal.checkin.DecisionCase.ids;
import static org.smartems.fleet.internal.checkin.DecisionCase.line;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.fleet.catalogue.CustomDataField;
import org.smartems.fleet.catalogue.CustomDataField.Type;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.customdata.CustomData;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.spi.procedure.Work;

/** What is kept of custom data, and what configs see of it. */
class CustomDataDecisionTest {

    private final DecisionCase gateway = DecisionCase.gateway();

    private static CustomDataField field(String path, Type type) {
        return new CustomDataField(path, path, type, Optional.empty());
    }

    private static CustomDataField variable(String path, Type type, String name) {
        return new CustomDataField(path, path, type, Optional.of(name));
    }

    private String kept(String sent) {
        gateway.decide(SERIAL.withCustomData(sent));
        return gateway.state.facts().customData();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cpu.temp    | {'cpu':{'temp':41.5}}",
                "/cpu/temp   | {'cpu':{'temp':41.5}}",
                "cpu.1.temp  | {'cpu':[0,{'temp':41.5}]}",
                "a/b.c~d     | {'a/b':{'c~d':41.5}}",
                "/a~1b/c~0d  | {'a/b':{'c~d':41.5}}",
                "/cpu.temp   | {'cpu.temp':41.5}"
            })
    void findsAValueByPointerOrNames(String path, String sent) {
        gateway.type.customData = List.of(field(path, Type.NUMBER));
        assertThat(kept(sent.replace('\'', '"'))).isEqualTo("{\"" + path + "\":41.5}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STRING  | 'x'                   | true",
                "STRING  | 1                     | false",
                "STRING  | '\\u0000'             | false",
                "STRING  | '\\ud800'             | false",
                "INTEGER | -7                    | true",
                "INTEGER | 7.0                   | false",
                "INTEGER | 9223372036854775808   | false",
                "NUMBER  | 7                     | true",
                "NUMBER  | 7.5e3                 | true",
                "NUMBER  | 1e999                 | false",
                "NUMBER  | 1e30                  | true",
                "NUMBER  | 1e300                 | false",
                "NUMBER  | 1e-300                | false",
                "JSON    | [1, 1e300]            | false",
                "NUMBER  | '7'                   | false",
                "BOOLEAN | false                 | true",
                "BOOLEAN | 'false'               | false",
                "JSON    | {'a':[1,null]}        | true",
                "JSON    | 'x'                   | true",
                "JSON    | {'a':['\\u0000']}     | false",
                "JSON    | {'\\u0000':1}         | false",
                "JSON    | [1e999]               | false"
            },
            quoteCharacter = '^')
    void takesOnlyValuesOfTheType(Type type, String value, boolean fits) {
        gateway.type.customData = List.of(field("v", type));
        Decision decision = gateway.decide(SERIAL.withCustomData("{\"v\":" + value.replace('\'', '"') + "}"));
        assertThat(gateway.state.facts().customData().equals("{}")).isEqualTo(!fits);
        assertThat(ids(decision).contains("customDataValueInvalid")).isEqualTo(!fits);
    }

    @Test
    void keepsWhatIsAbsentRemovesWhatIsNullAndForgetsTheUndeclared() {
        gateway.type.customData = List.of(field("a", Type.INTEGER), field("b", Type.INTEGER));
        assertThat(kept("{\"a\":1,\"b\":2,\"c\":3}")).isEqualTo("{\"a\":1,\"b\":2}");
        assertThat(kept("{\"a\":null}")).isEqualTo("{\"b\":2}");
        assertThat(kept("{\"b\":\"x\"}")).isEqualTo("{\"b\":2}");
        gateway.decide(SERIAL);
        assertThat(gateway.state.facts().customData()).isEqualTo("{\"b\":2}");
        gateway.type.customData = List.of(field("a", Type.INTEGER));
        assertThat(kept("{}")).isEqualTo("{}");
    }

    @Test
    void showsInTheLogWhatWasSent() {
        String sent = "{\"a\":1,\"c\": 3}";
        assertThat(ids(gateway.decide(SERIAL.withCustomData(sent)))).doesNotContain("customDataReported");
        gateway.type.customData = List.of(field("a", Type.INTEGER));
        assertThat(line(gateway.decide(SERIAL.withCustomData(sent)), "customDataReported")
                        .content())
                .isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"x\"", "{", "{} {}", "null"})
    void servesADeviceWhoseCustomDataIsNoObject(String sent) {
        gateway.type.customData = List.of(field("a", Type.INTEGER));
        gateway.set(WorkFlag.REQUEST_CONFIG_DATA);
        Decision decision = gateway.decide(SERIAL.withCustomData(sent));
        assertThat(line(decision, "customDataInvalid").level()).isEqualTo(LogLevel.WARNING);
        assertThat(decision.result().work()).isPresent();
    }

    @Test
    void takesSixtyFourKibibytes() {
        gateway.type.customData = List.of(field("a", Type.STRING));
        String most = "{\"a\":\"" + "\u00e9".repeat((64 * 1024 - 8) / 2) + "\"}";
        assertThat(kept(most)).isEqualTo(most);
        Decision decision = gateway.decide(SERIAL.withCustomData(most.replace("}", " }")));
        assertThat(line(decision, "customDataTooLong").parameters()).containsEntry("limit", 65_536);
        assertThat(gateway.state.facts().customData()).isEqualTo(most);
    }

    @Test
    void givesConfigsTheChosenValuesInTheirTypes() {
        gateway.type.customData = List.of(
                variable("s", Type.STRING, "text"),
                variable("t", Type.NUMBER, "temperature"),
                variable("o.n", Type.BOOLEAN, "isOn"),
                variable("never", Type.INTEGER, "unknown"),
                field("hidden", Type.INTEGER));
        gateway.variables = "[{\"id\":1,\"name\":\"text\",\"value\":\"typed by a person\"}]";
        gateway.config(1, "[\"{{ text }}\",{{ temperature }},{{ isOn }},\"{{ unknown }}\"]")
                .set(WorkFlag.REINSTALL_CONFIG1);
        Decision decision =
                gateway.decide(SERIAL.withCustomData("{\"s\":\"a\",\"t\":4,\"o\":{\"n\":true},\"hidden\":1}"));
        assertThat(decision.result().work().map(Work::config)).contains("[\"a\",4.0,true,\"\"]");
    }

    @Test
    void hidesAValueWhoseTypeHasChanged() {
        gateway.type.customData = List.of(variable("a", Type.INTEGER, "a"));
        kept("{\"a\":1}");
        assertThat(variables()).isEqualTo(Collections.singletonMap("a", 1L));
        gateway.type.customData = List.of(variable("a", Type.STRING, "a"));
        assertThat(variables()).isEqualTo(Collections.singletonMap("a", null));
    }

    private Map<String, Object> variables() {
        return CustomData.variables(
                gateway.type.customData, gateway.state.facts().customData());
    }
}
