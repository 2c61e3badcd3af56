// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.smartems.spi.config.ConfigException;

/** Whatever a text says, it ends, and with no exception but that of the contract. */
class FuzzTest {

    private static final int TEXTS = 1500;
    private static final String[] PIECES = String.join(
                    " ",
                    "$ ${ $! } # ## #[[ ]]# #* *# ( ) [ ] { } | . , : ' \" \\ = == != < && || ! + - * / % .. @",
                    "_ \n \r\n \0 \u001c \ud83d \u00e9 $name $list $map $nothing $missing",
                    "$number $esc $foreach $m",
                    "#if( #else #elseif( #end #foreach($i_in_ #set($name_= #macro(m_ #m( #@m()",
                    "#define($d) #break #stop",
                    ".size() .get( [0] .k .class .split('x') .json( #parse( #include( #evaluate(",
                    "1 -1 0 1e9 'x' true null",
                    "[1..3] [1..$number] {'k':1} \"$name#if(true)x#end\" in if end bodyContent")
            .replace("_", "\t")
            .split(" ");

    private final VelocityGenerator generator = new VelocityGenerator();
    private final Map<String, Object> variables = variables();
    private final Random random = new Random(5);

    private static Map<String, Object> variables() {
        Map<String, Object> variables = new HashMap<>(Map.of("name", "r1", "number", 4L, "m", 1.5, "yes", true));
        variables.put("list", List.of("a", 1L, List.of(2L)));
        variables.put("map", Map.of("k", "v"));
        variables.put("nothing", null);
        return variables;
    }

    @Test
    void bearsNoise() {
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(20); length >= 0; length--) {
                text.append(any(PIECES));
            }
            bears(text.toString());
        }
    }

    @Test
    void bearsTextsThatCouldBeMeant() {
        int rendered = 0;
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            body(text, 3);
            rendered += bears(text.toString());
        }
        assertThat(rendered).isGreaterThan(TEXTS / 20);
    }

    private int bears(String text) {
        try {
            assertThat(generator.compile(text).render(variables).length()).isLessThanOrEqualTo(Meter.TEXT);
            return 1;
        } catch (ConfigException e) {
            assertThat(e.getMessage()).as(text).isNotBlank().doesNotContain("java.", "org.", "Exception");
            return 0;
        } catch (RuntimeException | Error e) {
            throw new AssertionError(text, e);
        }
    }

    private String any(String... all) {
        return all[random.nextInt(all.length)];
    }

    private void body(StringBuilder out, int depth) {
        for (int parts = random.nextInt(3); parts >= 0; parts--) {
            part(out, depth);
        }
    }

    private void part(StringBuilder out, int depth) {
        switch (depth > 0 ? random.nextInt(9) : random.nextInt(3)) {
            case 0 -> out.append(any("text ", "\n", " # ", "$5 ", "x"));
            case 1 -> out.append(any("$name", "${map.k}", "$!nothing", "$list", "$list[0]", "$esc.toJson($map)", "$x"));
            case 2 -> out.append("#set($x = ").append(expression(2)).append(")");
            case 3 -> block(out, "#if(" + expression(2) + ")", depth);
            case 4 -> block(out, "#foreach($x in " + any("$list", "$map", "[1..5]", expression(1)) + ")", depth);
            case 5 -> block(out, "#define($d)", depth);
            case 6 -> block(out, "#macro(m $x)", depth);
            case 7 -> out.append(any("#m(1)", "#m($name)", "#m('$x')", "$d", "#break"));
            default -> block(out, "#@m(" + expression(1) + ")", depth);
        }
    }

    private void block(StringBuilder out, String start, int depth) {
        out.append(start);
        body(out, depth - 1);
        out.append("#end");
    }

    private String expression(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return any(
                    "$name", "$number", "1", "-2.5", "'t'", "\"<$name>\"", "true", "$list", "$map", "$x", "[]", "{}");
        }
        return switch (random.nextInt(5)) {
            case 0, 1 -> expression(depth - 1) + any(" + ", " - ", " * ", " / ", " % ") + expression(depth - 1);
            case 2 ->
                expression(depth - 1) + any(" == ", " != ", " < ", " >= ", " && ", " || ") + expression(depth - 1);
            case 3 -> any("!", "-", "") + "(" + expression(depth - 1) + ")";
            default -> "[" + expression(depth - 1) + ", " + any("1", "$name") + "]";
        };
    }
}
