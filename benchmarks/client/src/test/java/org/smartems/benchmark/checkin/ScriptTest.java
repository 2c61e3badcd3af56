// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private static final String READ = "set local a = b;select q.position from unnest(?::int8[], ?::text[])"
            + " with ordinality q (device_type_id, identifier, position)";
    private static final String UPDATE = "set local a = b;set local c = '2s';with l as (select any (?)), h as"
            + " (select cast(? as int8[])) update s set model = i.model from"
            + " unnest(?::int8[], ?::int8[], ?::text[]) i (device_id, revision, model)";
    private static final String INSERT = "insert into c select i.id from unnest(?::int8[], ?::text[]) i (id, outcome);"
            + "insert into l select i.id from unnest(?::int8[], ?::text[]) i (id, message_id)";

    @Test
    void turnsEveryParameterIntoAnExpression() {
        String text = script(INSERT, 2).text(4);
        assertThat(text)
                .doesNotContain("?", "set local")
                .contains(
                        "\\set number 1 + (random(0, 11) * 4 + :client_id) * 2\n",
                        "\\set first :number + 5000\n",
                        "unnest(E'{\"7\",\"7\"}'::int8[], array(select E'BENCH' || lpad((:number + n)::text, 6, '0')"
                                + " || E'' from generate_series(0, 1) n)::text[]) with ordinality q",
                        "any (array(select generate_series(:first::int8, :first::int8 + 1)))",
                        "E'{\"TK\",\"TK\"}'::text[]) i (device_id, revision, model);",
                        "array(select E'no 35000011' || lpad((:number + n)::text, 7, '0') || E'' from"
                                + " generate_series(0, 1) n)::text[]) i (id, outcome);",
                        "E'{\"one\",\"two\",\"one\",\"two\"}'::text[]) i (id, message_id);");
        assertThat(text.lines().filter(line -> line.endsWith(";"))).hasSize(6);
    }

    @Test
    void refusesColumnsThatItHasNoValueFor() {
        String more = INSERT.replace("?::text[]) i (id, outcome)", "?::text[], ?::int8[]) i (id, outcome, fresh)");
        assertThatThrownBy(() -> script(more, 1).text(1)).hasMessageContaining("fresh");
    }

    @Test
    void keepsWhatMeansSomethingToTheProgramOutOfLiterals() {
        assertThat(Script.literal("a:b;c'd?", null, "\"\\"))
                .isEqualTo("E'{\"a\\u003ab\\u003bc\\u0027d\\u003f\",NULL,\"\\\\\"\\\\\\\\\"}'");
    }

    private static Script script(String insert, int together) {
        return new Script(
                new Script.Sql(READ, UPDATE, insert),
                new Script.Samples(
                        7,
                        5000,
                        100,
                        "BENCH000000",
                        Map.of("model", "TK"),
                        Map.of("outcome", "no 350000110000000"),
                        List.of(Map.of("message_id", "one"), Map.of("message_id", "two"))),
                together);
    }
}
