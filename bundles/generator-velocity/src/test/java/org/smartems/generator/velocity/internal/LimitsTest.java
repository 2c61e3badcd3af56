// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.spi.config.ConfigException;

/** Hostile texts get an error, soon, and never reach anything. */
class LimitsTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String MANY = "#foreach($i in [1..90000])";

    private static final long COMPILE_MILLIS = 300;
    private static final long MILLIS = 50;

    private final VelocityGenerator generator = new VelocityGenerator();
    private final VelocityGenerator hasty = new VelocityGenerator(COMPILE_MILLIS, MILLIS);

    private String render(String source, Map<String, Object> variables) throws ConfigException {
        return generator.compile(source).render(variables);
    }

    private void refuses(String source, String message) {
        refuses(hasty, source, message);
    }

    private static void refuses(VelocityGenerator with, String source, String message) {
        Assertions.assertTimeoutPreemptively(
                SOON, () -> assertThatThrownBy(() -> with.compile(source).render(Map.of()))
                        .as(source.substring(0, Math.min(200, source.length())))
                        .isInstanceOf(ConfigException.class)
                        .hasMessageContaining(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#foreach($a in [1..1000])#foreach($b in [1..1000])#end#end",
                "#macro(f $n)#foreach($b in [1..400])#if($n < 9)#set($m = $n + 1)#f($m)#end#end#end#f(1)",
                "#set($x = \"#foreach($a in [1..1000])#foreach($b in [1..1000])#end#end\")"
            })
    void countsTurns(String source) {
        refuses(generator, source, "The loops make more than the limit of 100000 turns");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#macro(f)#f()#f()#f()#f()#f()#f()#end#f()",
                "#macro(f $x)#f($x)#f($x)#end#f(1)",
                "#macro(f)$bodyContent#end#@f()#@f()#f()#f()#end#end",
            })
    void endsMacrosThatCallThemselves(String source) {
        refuses(source, "");
    }

    /** Each block writes the one before it twice. */
    @Test
    void endsBlocksThatWriteBlocks() {
        StringBuilder source = new StringBuilder("#define($b0)#end");
        for (int i = 1; i < 60; i++) {
            source.append("#define($b" + i + ")$b" + (i - 1) + "$b" + (i - 1) + "#end");
        }
        refuses(source + "$b59", "The template runs longer than the limit of 50 ms");
        refuses(source + "#set($x = \"$b59\")", "The template runs longer than the limit of 50 ms");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#set($a = 'x')#foreach($i in [1..60])#set($a = $a + $a)#end",
                "#set($a = 'x')#foreach($i in [1..60])#set($a = \"$a$a\")#end",
                "#set($a = 'x')#foreach($i in [1..60])#set($a = $a.concat($a))#end",
                "#set($a = 'xxxxxxxxxx')#foreach($i in [1..60])#set($a = $a.replace('x', 'xxxxxxxxxx'))#end",
                "#set($a = [1])#foreach($i in [1..60])#set($a = [$a, $a])#end",
                "#set($a = {'k': 1})#foreach($i in [1..60])#set($a = {'a': $a, 'b': $a})#end",
                "#set($a = [1])#foreach($i in [1..90000])#set($a = [$a])#end",
                "#set($a = [1..2000000000])",
                "#set($n = 2000000000)#foreach($i in [1..$n])#end",
                "#set($a = [[1..60000], [1..60000]])",
                "#set($x = \"#foreach($i in [1..90000])xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx#end\")",
                "#foreach($i in [1..90000])xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx#end",
                "#set($l = [1..90000])#foreach($i in [1..90000])$l#end",
                "#set($l = [1..90000])#set($m = [1..90000])#foreach($i in [1..90000])#if($l == $m)#end#end",
                "#set($l = [1..90000])#foreach($i in [1..90000])#if($l.contains('x'))#end#end",
                "#set($a = 7)#foreach($i in [1..90000])#set($a = $a * $a)#end",
                "#set($a = '1e999999999' * 1 + 1)",
                "#set($a = 99999999999999999999999999 + 1)",
                "#foreach($i in ['1'..'1e9'])#end"
            })
    void boundsWhatIsMade(String source) {
        refuses(source, "");
    }

    @Test
    void boundsSearchesForLongTexts() {
        String start = "#set($a = 'a')#foreach($i in [1..19])#set($a = $a + $a)#end";
        refuses(start + "#set($b = $a + 'b')#set($c = $a + $a)" + MANY + "#if($c.contains($b))#end#end", "runs longer");
        refuses(start + "#set($b = $a + '')" + MANY + "#if($a == $b)#end#end", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$name.class",
                "$name.getClass()",
                "$name.class.forName('java.lang.Runtime')",
                "$list.class.classLoader",
                "$number.getClass().getName()",
                "$esc.class",
                "$esc.getClass()",
                "$map.getClass()",
                "$name.getBytes()",
                "$list.add('x')",
                "$list.clear()",
                "$map.put('a', 1)",
                "$list.iterator()",
                "$name.matches('(a+)+$')",
                "$name.replaceAll('a', 'b')",
                "$name.chars()",
                "$list.stream()",
                "$map.clear()",
                "$name.format('%99999999d')",
                "$name.repeat(99999999)",
                "$list.wait()",
                "$name.notify()",
                "$name.intern()",
                "#foreach($x in $list)$foreach.info#end",
                "#foreach($x in $list)$foreach.info.getClass()#end",
                "#foreach($x in $list)$foreach.stop()#end",
                "#foreach($x in $list)$foreach.put('a', 1)#end",
                "#define($d)x#end$d.class",
                "#define($d)x#end$d.getAsBoolean()",
                "#include('/etc/passwd')",
                "#parse('x.vm')",
                "#evaluate('$name')",
                "#set($list[0] = 1)",
                "#set($map.k = 1)",
                "#set($map['k'] = 1)",
                "$context",
                "$request",
                "$application",
                "$runtime"
            })
    void reachesNothing(String source) {
        Map<String, Object> variables =
                Map.of("name", "aaa", "list", List.of("a"), "map", Map.of("k", "v"), "number", 1L);
        assertThatThrownBy(() -> render(source, variables)).as(source).isInstanceOf(ConfigException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "[", "-", "!", "{'a': ", "[[", "(((", "$a.b(", "$a[", "\"#set($a=", "1 + (", "{[(", "[1..("
            })
    void endsNesting(String opening) {
        for (int depth : new int[] {12, 30, 50_000}) {
            refuses("#set($x = " + opening.repeat(depth), "");
        }
        assertThatThrownBy(() -> hasty.compile("text\n\n#set($x = " + opening.repeat(1000)))
                .isInstanceOfSatisfying(
                        ConfigException.class, e -> assertThat(e.line()).isEqualTo(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#if(true)", "#foreach($a in [1])", "#define($a)", "#@a()", "#macro(a)", "#if(false)#else "})
    void endsNestedDirectives(String opening) {
        refuses(opening.repeat(20_000), "");
        refuses(opening.repeat(20_000) + "#end".repeat(20_000), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "(", "{'a':", "[(", "![", "-("})
    void readsNestedOperandsInTime(String opening) {
        String closing = new StringBuilder(opening.replaceAll("[^(\\[{]", ""))
                .reverse()
                .toString()
                .replace('[', ']')
                .replace('(', ')')
                .replace('{', '}');
        String source = "#set($x = " + opening.repeat(60) + "1" + closing.repeat(60) + ")ok";
        Assertions.assertTimeoutPreemptively(SOON, () -> {
            try {
                hasty.compile(source).render(Map.of());
            } catch (ConfigException e) {
                assertThat(e).hasMessageEndingWith(".");
            }
        });
    }

    /** Velocity keeps the text of each of them for messages. */
    @Test
    void refusesBlocksAndReferencesThatHoldALargeTextOftenOver() throws ConfigException {
        String large = "x".repeat(1 << 19);
        refuses("#@a()".repeat(25) + large + "#end".repeat(25), "nested too deeply");
        refuses("$a.concat(".repeat(25) + "'" + large + "'" + ")".repeat(25), "nested too deeply");
        assertThat(render("$a.concat(".repeat(9) + "'x'" + ")".repeat(9), Map.of("a", "-")))
                .isEqualTo("---------x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "-9", "9.", "1 + 9"})
    void refusesLongNumbersUnread(String start) {
        refuses(generator, "\n#set($x = " + start + "9".repeat(1 << 19) + "9)", "number is too large");
    }

    @Test
    void findsTextsInLongOnes() throws ConfigException {
        Map<String, Object> values =
                Map.of("a", "ab".repeat(1000) + "aab" + "ab".repeat(1000), "b", "aab" + "ab".repeat(9));
        assertThat(render("$a.indexOf($b) $a.lastIndexOf($b) $a.contains($b) $a.contains(\"$b$a\")", values))
                .isEqualTo("2000 2000 true false");
        assertThat(render("$a.replace($b, '-').length() $a.split($b)[1].length()", values))
                .isEqualTo("3983 1982");
        assertThat(render("$b.lastIndexOf('') $b.indexOf('') $b.lastIndexOf('b')", values))
                .isEqualTo("21 0 20");
    }

    @Test
    void takesTurnsUpToTheLimit() throws ConfigException {
        assertThat(render("#foreach($i in [1..100000]).#end", Map.of())).hasSize(100_000);
    }

    @Test
    void writesOutputUpToTheLimit() throws ConfigException {
        String half = "x".repeat(2 << 20);
        assertThat(render("$a$a", Map.of("a", half))).hasSize(4 << 20);
        assertThatThrownBy(() -> render("\n$a$a.", Map.of("a", half)))
                .hasMessageContaining("The output is longer than the limit of 4194304 characters");
    }

    @Test
    void refusesLongTexts() {
        assertThatThrownBy(() -> generator.compile("x".repeat((1 << 20) + 1)))
                .hasMessageContaining("The template is longer than the limit of 1048576 characters");
    }

    /** Velocity reads a run of them to its end for each of them. */
    @Test
    void endsTextsThatTakeLongToRead() {
        assertThatThrownBy(() -> hasty.compile("\\".repeat(1 << 20)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("The template compiles longer than the limit of 300 ms");
    }

    @Test
    void readsTextsOfTheGreatestSize() throws ConfigException {
        String piece =
                "interface $a.b\n description uplink $ # { \" \\$a\n ip address 10.0.0.1 255.255.255.0\n#set($a = 1)\n";
        generator.compile(piece.repeat((1 << 20) / piece.length()));
    }

    @Test
    void leavesNothingOnTheThread() throws ConfigException {
        render("x", Map.of());
        assertThatThrownBy(() -> generator.compile("#if(")).isInstanceOf(ConfigException.class);
        assertThat(Meter.current()).isNull();
        assertThatThrownBy(() -> render("$missing", Map.of())).isInstanceOf(ConfigException.class);
        assertThat(Meter.current()).isNull();
    }

    @Test
    void writesLongListsOfNothing() throws ConfigException {
        List<Object> nothing = Collections.nCopies(50_000, null);
        assertThat(render("$list.size() $list.indexOf('x')", Map.of("list", nothing)))
                .isEqualTo("50000 -1");
    }
}
