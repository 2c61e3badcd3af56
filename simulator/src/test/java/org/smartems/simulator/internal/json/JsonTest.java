// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "true",
                "\"\"",
                "0",
                "-1.50",
                "{\"b\":[1,2,{\"c\":null}],\"a\":false}",
                "\"\\\"\\\\ /äß\\u0000\\u001f\"",
                "12345678901234567890.123"
            })
    void writesWhatItRead(String text) throws JsonException {
        assertThat(JsonWriter.write(JsonReader.read(text))).isEqualTo(text);
    }

    @Test
    void readsEscapesAndSpace() throws JsonException {
        assertThat(JsonReader.read(" \r\n\t[ \"\\u00e4\\n\\/\\b\\f\\r\\t\\ud83d\\ude00\" , 1e2 ] "))
                .asString()
                .isEqualTo("[ä\n/\b\f\r\t😀, 1E+2]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{a:1}",
                "{\"a\":1,\"a\":2}",
                "\"a",
                "\"\n\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "01",
                "-",
                "1.",
                ".5",
                "1e",
                "+1",
                "NaN",
                "tru",
                "1 2",
                "1e99999999999",
            })
    void refusesWhatIsNoJson(String text) {
        assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void boundsDepth() throws JsonException {
        assertThat(JsonReader.read("[".repeat(200) + "]".repeat(200))).isNotNull();
        assertThatThrownBy(() -> JsonReader.read("[".repeat(201) + "]".repeat(201)))
                .hasMessageContaining("200 levels");
    }
}
