// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class YamlTest {

    private static String yaml(String json) throws IOException {
        JsonNode node = new ObjectMapper().readTree(json.replace('\'', '"'));
        return Yaml.of(node);
    }

    @Test
    void writesBlocks() throws IOException {
        assertThat(yaml("{'a': {'b': [1, {'c': true, 'd': ['x', 'y'], 'e': {'f': null}}, [], {}], 'g': 'two words'}}"))
                .isEqualTo(
                        """
                        a:
                          b:
                            - 1
                            - c: true
                              d:
                                - x
                                - "y"
                              e:
                                f: null
                            - []
                            - {}
                          g: two words
                        """);
    }

    @Test
    void quotesWhatIsNoTextOtherwise() throws IOException {
        assertThat(yaml("{'200': 'yes', 'on': '1', '$ref': '#/x', 'a': '', 'b': '+4 hours', 'c': 'a: b', 'd': 'x '}"))
                .isEqualTo(
                        """
                        "200": "yes"
                        "on": "1"
                        "$ref": "#/x"
                        a: ""
                        b: "+4 hours"
                        c: "a: b"
                        d: "x "
                        """);
        assertThat(yaml("['3e5', 'line\\nbreak', 'ä', '/path', 'no', 'north']"))
                .isEqualTo(
                        """
                        - "3e5"
                        - "line\\nbreak"
                        - "ä"
                        - /path
                        - "no"
                        - north
                        """);
    }
}
