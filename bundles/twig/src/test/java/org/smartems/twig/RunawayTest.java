// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Operations repeated on the largest texts and arrays that a template can make: whatever one costs, the time is over
 * soon after the limit. Measured is the time that the thread was given; many times the limit leave room for code that
 * the JVM has not compiled yet.
 */
class RunawayTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration LIMIT = Duration.ofMillis(5);
    private static final Duration MOST = Duration.ofMillis(400);

    private static final int SIZE = 1 << 18;
    private static final Map<String, Object> VALUES = values();

    private final TwigEngine engine = TwigEngine.builder()
            .limits(TwigLimits.standard().withTime(LIMIT))
            .loader(name -> name.equals("large") ? Optional.of("x".repeat(900_000)) : Optional.empty())
            .build();

    /** Large texts of every kind, an array of many elements, and arrays of few elements that are large. */
    private static Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("a", "a".repeat(SIZE));
        values.put("b", "a".repeat(SIZE / 2) + "b");
        values.put("w", "a".repeat(SIZE / 2));
        values.put("d", "1".repeat(SIZE));
        values.put("e", "1".repeat(SIZE + 1));
        values.put("u", "\u00e4".repeat(SIZE));
        values.put("c", "\u0001".repeat(SIZE));
        values.put("h", "<".repeat(SIZE));
        values.put("g", "ab ".repeat(SIZE));
        values.put("l", IntStream.range(0, 20_000).boxed().toList());
        values.put("s", List.of("a".repeat(SIZE), "a".repeat(SIZE) + "b", "a".repeat(SIZE)));
        values.put("n", List.of("1".repeat(SIZE), "1".repeat(SIZE + 1), "1".repeat(SIZE)));
        Map<String, Object> row = Map.of("k".repeat(9000), 1, "q", 2);
        values.put("k", row);
        values.put("r", Collections.nCopies(1000, row));
        return values;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b in a",
                "w ~ 'c' in a",
                "a in s",
                "'1' in n",
                "1 in n",
                "1.5 in l",
                "d < e",
                "'1' < d",
                "1 < d",
                "d == 1",
                "a == b",
                "a ~ '' == a",
                "d <=> e",
                "s == [a ~ '', b, a]",
                "s is same as([a ~ '', b, a])",
                "a ~ '' is same as(a)",
                "a starts with b",
                "a starts with w",
                "a ends with w",
                "a matches '/b$/'",
                "a matches '/a+b/'",
                "a matches '/^(a|a)+$/'",
                "u matches '/\u00e4+x/iu'",
                "u matches '/x/'",
                "'' matches '/((|a)(|a)(|a)){3}y/'",
                "'xyz' matches '/(|a)(|a)(|a)(|a)(|a)$/'",
                "a matches '/(?:(?:)(?:)(?:)(?:)){9}y/'",
                "-d",
                "d + e",
                "d * 2",
                "d // 7",
                "d % 7",
                "d ** 2",
                "a b-and a",
                "a b-xor b",
                "d b-or 1",
                "d..3",
                "1..d",
                "a ? 1 : 2",
                "a ?? b",
                "l + l",
                "r + s",
                "a ~ ''",
                "k['k']",
                "k[a]",
                "s[d]",
                "not a",
                "l has some(v => v == 7)",
                "l has every(v => v)"
            })
    void endsOperators(String expression) {
        endsInTime(expression);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a|upper",
                "u|lower",
                "g|title",
                "u|capitalize",
                "a|trim",
                "a|trim('a')",
                "d|trim('0..9', 'left')",
                "h|striptags",
                "a|striptags(s)",
                "g|striptags(a)",
                "c|nl2br",
                "h|spaceless",
                "h|nl2br",
                "a|replace({a: 'b'})",
                "a|replace({(w): 'b', (w ~ 'c'): 'd'})",
                "'x'|replace(l)",
                "a|format(1)",
                "'%s%s%s%s'|format(a)",
                "'%.1s%1$.1s%1$.1s'|format(u)",
                "'%d %1$d %1$d %1$x'|format(d)",
                "'%f %1$e'|format(1e-300)",
                "'%09999d'|format(1)",
                "u|url_encode",
                "{(w|slice(0, 9000)): s}|url_encode",
                "c|json_encode",
                "l|json_encode",
                "[1e-300, 0.1, 1e300]|json_encode",
                "n|json_encode(32)",
                "u|convert_encoding('ISO-8859-1', 'UTF-8')",
                "h|e",
                "c|e('js')",
                "u|e('css')",
                "u|e('html_attr')",
                "a|raw",
                "a|length",
                "l|length",
                "a|slice(5)",
                "a|slice(-1)",
                "l|slice(1)",
                "a|first",
                "a|last",
                "a|reverse",
                "l|reverse",
                "l|join",
                "[null, null]|join",
                "s|join(a)",
                "a|split(w)",
                "a|split(b)",
                "a|split('')",
                "g|split(' ')",
                "a|split('a')",
                "u|split('', 2)",
                "a|default('x')",
                "l|keys",
                "l|merge(l)",
                "r|merge(r)",
                "l|batch(2)",
                "r|column('q')",
                "r|column('k')",
                "l|filter(v => v)",
                "l|map(v => v)",
                "l|reduce((x, y) => x + y)",
                "l|find(v => v == 0)",
                "l|sort",
                "n|sort",
                "s|sort",
                "l|sort((x, y) => d)",
                "n|sort((x, y) => x <=> y)",
                "l|shuffle",
                "a|shuffle",
                "d|abs",
                "d|round",
                "d|round(2, 'floor')",
                "d|number_format",
                "1e300|number_format(900)",
                "d|number_format(2, a, a)",
                "d|date",
                "a|date",
                "'now'|date(a)",
                "'now'|date('T'|format ~ 'TTTTTTTTTTTTTTTTTTTTTTTTT')",
                "'now'|date_modify('+1 day +1 day +1 day +1 day')",
                "'now'|date_modify(a)",
                "'2020-01-01 10:10:10.123456 next monday'|date",
                "date('now').format('crcrcrcrcrcr')"
            })
    void endsFilters(String expression) {
        endsInTime(expression);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max(l)",
                "min(l)",
                "max(n)",
                "min(s)",
                "max(d, e)",
                "range(1, 50000)",
                "range(0.5, 50000)",
                "range(d, 5)",
                "range('a', 'z')",
                "cycle(l, d)",
                "random(a)",
                "random(l)",
                "constant(a)",
                "date(d)",
                "date('+1 week')",
                "date('now').diff(date('2020-01-01')).format('%a')",
                "source('large')",
                "source(a, true)",
                "include(s, [], true, true)",
                "include('large', [], true)",
                "attribute(k, a)",
                "a is empty",
                "d is even",
                "d is divisible by(e)",
                "l is sequence",
                "r is mapping",
                "k is iterable",
                "a is constant(b)",
                "block('none') is defined",
                "_self.m(a, b)",
                "_self.m(...l)"
            })
    void endsFunctionsAndTests(String expression) {
        endsInTime(expression);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% set x %}{{ a }}{% endset %}",
                "{% apply upper %}{{ g }}{% endapply %}",
                "{% with r %}{% endwith %}",
                "{% if a == b %}{% elseif d == e %}{% endif %}",
                "{% include 'large' %}",
                "{% set x = v => v %}",
                "{% for v in [] %}{% endfor %}",
                "{% for q in [1] %}{% set z = q %}{% endfor %}",
                "{% import _self as o %}{% set f = x => x %}",
                "{% embed 'large' %}{% endembed %}"
            })
    void endsTags(String body) {
        rendersInTime("{% macro m(x, y) %}{% endmacro %}{% for j in 1..90000 %}" + body + "{% endfor %}");
    }

    /** Wide trees of cheap nodes, in whatever can repeat them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for j in 1..90000 %}%s{% endfor %}",
                "{{ (1..90000)|map(j => [%a])|length }}",
                "{% macro m() %}%s{% endmacro %}{% for j in 1..90000 %}{{ _self.m() }}{% endfor %}",
                "{% if 0 %}{% block b %}%s{% endblock %}{% endif %}{% for j in 1..90000 %}{{ block('b') }}{% endfor %}",
                "{% for j in 1..90000 %}{% embed 'large' %}{% block b %}%s{% endblock %}{% endembed %}{% endfor %}"
            })
    void endsWideTrees(String shape) {
        String nodes = "{% if 0 %}{% endif %}{% do (1+1)+(1+1)+(1+1) %}".repeat(1500);
        rendersInTime(shape.replace("%s", nodes).replace("%a", "(1+1),".repeat(10_000)));
    }

    private void endsInTime(String expression) {
        rendersInTime(
                "{% macro m(x, y) %}{% endmacro %}{% for j in 1..90000 %}{% set q = " + expression + " %}{% endfor %}");
    }

    private void rendersInTime(String source) {
        TwigTemplate template;
        try {
            template = engine.compile("t", source);
        } catch (TwigException e) {
            throw new AssertionError(e);
        }
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            template.render(VALUES);
        } catch (TwigException e) {
            assertThat(e.rawMessage()).isNotBlank();
            assertThat(e.line()).isEqualTo(1);
        }
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).isLessThan(MOST);
    }
}
