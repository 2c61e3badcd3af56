// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.variable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartems.fleet.Variable;
import org.smartems.fleet.VariableType;

class CastingTest {

    @Test
    void makesValuesThatConfigsCanReckonWith() {
        List<Variable> defined = List.of(
                Variable.of("text", " false "),
                Variable.of("flag", " false ").as(VariableType.BOOLEAN),
                Variable.of("port", "-8080").as(VariableType.INTEGER),
                Variable.of("share", "1.50").as(VariableType.FLOAT),
                Variable.of("list", "[1, 2.5, \"a\", null, {\"b\": true}]").as(VariableType.JSON));
        Map<String, Object> all = PredefinedVariables.over(defined, Map.of());
        assertThat(all)
                .containsEntry("text", " false ")
                .containsEntry("flag", false)
                .containsEntry("port", -8080L)
                .containsEntry("share", 1.5)
                .containsEntry("list", Arrays.asList(1L, 2.5, "a", null, Map.of("b", true)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INTEGER | 1.0",
                "INTEGER | 9223372036854775808",
                "INTEGER | x",
                "FLOAT | NaN",
                "FLOAT | 1e999",
                "FLOAT | 0x1p3",
                "FLOAT | 1d",
                "BOOLEAN | True",
                "BOOLEAN | 1",
                "JSON | 1",
                "JSON | {",
                "JSON | {} {}"
            })
    void takesNoOtherText(VariableType type, String text) {
        assertThat(Casting.cast(Variable.of("a", text).as(type))).isEmpty();
    }

    @Test
    void takesNoJsonThatIsTooDeep() {
        String deep = "[".repeat(5000) + "]".repeat(5000);
        assertThat(Casting.cast(Variable.of("a", deep).as(VariableType.JSON))).isEmpty();
    }

    @Test
    void takesVariablesFromBeforeThereWereTypesForTexts() {
        assertThat(new Variable(1, "a", "1", null).type()).isEqualTo(VariableType.STRING);
        assertThat(VariableType.of("integer")).contains(VariableType.INTEGER);
        assertThat(VariableType.of("INTEGER")).isEmpty();
    }
}
