// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    private final TwigEngine engine = TwigEngine.builder().strictVariables(true).build();
    private final TwigEngine hasty = engine(Duration.ofMillis(30));

    private static TwigEngine engine(Duration time) {
        return TwigEngine.builder()
                .strictVariables(true)
                .limits(TwigLimits.standard().withTime(time))
                .build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for a in 1..1000 %}{% for b in 1..1000 %}{% endfor %}{% endfor %}",
                "{{ (1..1000)|map(a => (1..1000)|map(b => b)|length)|length }}",
                "{{ (1..1000)|sort((a, b) => ((1..200)|reduce((c, d) => c + d)) <=> b)|length }}"
            })
    void countsTurns(String source) {
        refuses(source, "The loops make more than the limit of 100000 turns");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% set a = 'x' %}{% for i in 1..40 %}{% set a = a ~ a %}{% endfor %}",
                "{% set a = ['x'] %}{% for i in 1..40 %}{% set a = a|merge(a) %}{% endfor %}",
                "{% set a = 'xxxxxxxxxx' %}"
                        + "{% for i in 1..40 %}{% set a = a|replace({x: 'xxxxxxxxxx'}) %}{% endfor %}",
                "{% set a = [1] %}{% for i in 1..40 %}{% set a = [a, a] %}{% endfor %}{{ a|json_encode }}",
                "{{ (1..1000000000)|length }}",
                "{{ range(0, 1, 0.0000001)|length }}",
                "{{ (1..1000)|join(('x')|format|upper ~ '%050000d'|format(1))|length }}",
                "{{ '%090000d'|format(1)|split('')|map(c => '%090000d'|format(1))|join|length }}",
                "{% for i in 1..100000 %}{{ '%0100000d'|format(1) }}{% endfor %}",
                "{% set a %}{% for i in 1..90000 %}xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx{% endfor %}"
                        + "{% endset %}",
                "{% set s = '%0100000d'|format(1) %}{% set a = [] %}"
                        + "{% for i in 1..50000 %}{% set a = a|merge([s ~ i]) %}"
                        + "{% endfor %}",
                "{{ [1]|batch(900000000, 'x')|length }}",
                "{% set s = '%090000d'|format(1)|replace({0: '<'}) %}{{ s|e|e|e|e|e|e|e|e|e|length }}",
                "{% set a = [1] %}{% set b = [1] %}"
                        + "{% for i in 1..60 %}{% set a = [a, a] %}{% set b = [b, b] %}{% endfor %}"
                        + "{{ a == b }}",
                "{% set a = [1] %}{% set b = [1] %}"
                        + "{% for i in 1..60 %}{% set a = [a, a] %}{% set b = [b, b] %}{% endfor %}"
                        + "{{ a is same as(b) }}",
                "{% set a = [null] %}{% for i in 1..60 %}{% set a = [a, a] %}{% endfor %}{{ a|url_encode }}",
                "{% set a = '%090000d'|format(1) %}{% for i in 1..30000 %}{% if a == a ~ '' %}{% endif %}{% endfor %}"
            })
    void boundsWhatIsMade(String source) {
        assertThatThrownBy(() -> hasty.compile("t", source).render(Map.of())).isInstanceOf(TwigException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ '%s' matches '/^(a+)+$/' }}",
                "{{ '%s' matches '/^(a|aa)+$/' }}",
                "{{ '%s' matches '/(a*)*b/' }}",
                "{{ '%s' matches '/^(([a-z])+.)+[A-Z]([a-z])+$/' }}",
                "{{ 'x' matches '/((|){60000}){60000}x/' }}",
                "{{ 'xyz' matches '/(|){40}$/' }}",
                "{{ 'xyz' matches '/(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)$/' }}",
                "{{ '' matches '/((a?)|(b?)){30}y/' }}",
                "{{ 'xyz' matches '/((?:)?(?:)?(?:)?(?:)?(?:)?){40}$/' }}",
                "{{ 'xyz' matches '/()(\\\\1|\\\\1){30}$/' }}",
                "{{ 'xyz' matches '/( | ){40}$/x' }}"
            })
    void stopsRegularExpressionsThatRunAway(String source) {
        String text = source.replace("%s", "a".repeat(5000) + "!");
        assertThatThrownBy(() -> hasty.compile("t", text).render(Map.of())).isInstanceOf(TwigException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% macro f() %}{{ _self.f() }}{% endmacro %}{{ _self.f() }}",
                "{% block a %}{{ block('b') }}{% endblock %}{% block b %}{{ block('a') }}{% endblock %}",
                "{% include _self %}",
                "{{ include(_self) }}",
                "{% extends _self %}",
                "{% embed _self %}{% endembed %}",
                "{% use 't' %}",
                "{% extends _self %}{% set x = _self.none() %}",
                "{% extends _self %}{% set x = block('none') %}",
                "{% extends _self %}{% set x = block('none') is defined %}",
                "{% set f = g => g|invoke(g) %}{{ f|invoke(f) }}"
            })
    void endsRecursion(String source) {
        TwigEngine reflexive = TwigEngine.builder()
                .loader(name -> name.equals("t") ? Optional.of(source) : Optional.empty())
                .build();
        assertThatThrownBy(() -> reflexive.compile("t", source).render(Map.of()))
                .isInstanceOf(TwigException.class)
                .hasMessageContaining("too deeply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ a == b }}", "{{ a is same as(b) }}", "{{ [a]|sort ~ ([a, b]|sort|length) }}"})
    void namesTheLineWhereArraysAreTooDeepToBeCompared(String comparison) {
        String source =
                "{% set a, b = 1, 1 %}{% for i in 1..2000 %}{% set a, b = [a], [b] %}{% endfor %}\n" + comparison;
        assertThatThrownBy(
                        () -> TwigEngine.builder().build().compile("t", source).render(Map.of()))
                .hasMessage("The arrays are nested too deeply to be compared: the limit is 500 levels in \"t\" at line"
                        + " 2.");
    }

    @Test
    void comparesArraysUpToTheLimit() throws TwigException {
        String source = "{% set a, b = 1, 1 %}{% for i in 1..500 %}{% set a, b = [a], [b] %}{% endfor %}{{ a == b }}";
        assertThat(engine.compile("t", source).render(Map.of())).isEqualTo("1");
    }

    @Test
    void takesElementsUpToTheLimit() throws TwigException {
        TwigTemplate template = engine.compile("t", "{{ (1..n)|length }}");
        assertThat(template.render(Map.of("n", 100_000))).isEqualTo("100000");
        assertThatThrownBy(() -> template.render(Map.of("n", 100_001)))
                .hasMessage("A sequence is longer than the limit of 100000 elements in \"t\" at line 1.");
    }

    @Test
    void takesKeysUpToTheLimit() throws TwigException {
        TwigTemplate template = engine.compile("t", "{{ {(a): 7}[a] }}");
        assertThat(template.render(Map.of("a", "k".repeat(10_000)))).isEqualTo("7");
        assertThatThrownBy(() -> template.render(Map.of("a", "k".repeat(10_001))))
                .hasMessage("A key of an array is longer than the limit of 10000 characters in \"t\" at line 1.");
        assertThatThrownBy(() -> template.render(Map.of("k".repeat(10_001), 1))).isInstanceOf(TwigException.class);
    }

    @Test
    void saysNoMoreThanAnybodyReads() {
        TwigTemplate template = compiled(engine, "{{ include([a, a]) }}");
        assertThatThrownBy(() -> template.render(Map.of("a", "n".repeat(100_000))))
                .isInstanceOfSatisfying(
                        TwigException.class, e -> assertThat(e.getMessage()).hasSizeLessThan(1100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "-", "not ", "{a: ", "x|default(", "a ? ", "x => ", "\"#{", "a.b(", "1 ~ (2 + "})
    void endsNesting(String opening) {
        assertThatThrownBy(() -> engine.compile("t", "{{ " + opening.repeat(50_000)))
                .isInstanceOf(TwigException.class);
    }

    @ParameterizedTest
    @CsvSource({"(, )", "'[', '][0]'", "0 ? 0 : ,''", "null ?? ,''"})
    void nestsAHundredExpressionsAndNoMore(String before, String after) throws TwigException {
        String most = "{{ " + before.repeat(99) + "1" + after.repeat(99) + " }}";
        assertThat(engine.compile("t", most).render(Map.of())).isEqualTo("1");
        String more = "{{ " + before.repeat(100) + "1" + after.repeat(100) + " }}";
        assertThatThrownBy(() -> engine.compile("t", more))
                .isInstanceOf(TwigException.class)
                .hasMessageContaining("nested too deeply");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" + 1", "|upper", ".a", "[0]", " ** 2", " ?? 1", " and 1", " ? 1 : 2", " is defined", " ~ 1"})
    void bearsLongChains(String link) {
        String source = "{{ 1" + link.repeat(20_000) + " }}";
        try {
            engine.compile("t", source).render(Map.of());
        } catch (TwigException e) {
            assertThat(e.getCause()).isNull();
        }
    }

    @Test
    void bearsKeysThatCollide() throws TwigException {
        Map<String, Object> map = new java.util.LinkedHashMap<>();
        for (int i = 0; i < 1 << 12; i++) {
            StringBuilder key = new StringBuilder();
            for (int bit = 0; bit < 12; bit++) {
                key.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            map.put(key.toString(), (long) i);
        }
        assertThat(engine.compile("t", "{{ m|length }} {{ m|reverse|keys|last }} {{ m.BBAaAaAaAaAaAaAaAaAaAaAa }}")
                        .render(Map.of("m", map)))
                .isEqualTo("4096 " + "Aa".repeat(12) + " 1");
    }

    @Test
    void endsNestedTags() {
        assertThatThrownBy(() -> engine.compile("t", "{% if 1 %}".repeat(50_000)))
                .hasMessageContaining("too deeply");
    }

    @Test
    void bearsManyBranches() throws TwigException {
        String source = "{% if a == 0 %}x" + "{% elseif a == 1 %}y".repeat(5000) + "{% else %}z{% endif %}";
        assertThat(engine.compile("t", source).render(Map.of("a", 7))).isEqualTo("z");
    }

    @Test
    void readsDeeplyNestedVariablesOrRefusesThem() {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            List<Object> outer = new ArrayList<>();
            outer.add(list);
            list = outer;
        }
        List<Object> deep = list;
        assertThatThrownBy(() -> engine.compile("t", "{{ a|json_encode }}").render(Map.of("a", deep)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesLongTemplates() {
        assertThatThrownBy(() -> engine.compile("t", "x".repeat((1 << 20) + 1)))
                .hasMessage("The template is longer than the limit of 1048576 characters in \"t\".");
    }

    @Test
    void writesOutputUpToTheLimit() throws TwigException {
        TwigTemplate template = TwigEngine.builder()
                .limits(TwigLimits.standard().withOutput(10))
                .build()
                .compile("t", "{{ a }}{{ a }}");
        assertThat(template.render(Map.of("a", "12345"))).hasSize(10);
        assertThatThrownBy(() -> template.render(Map.of("a", "123456")))
                .hasMessage("The output is longer than the limit of 10 characters in \"t\" at line 1.");
    }

    @Test
    void takesTurnsUpToTheLimit() throws TwigException {
        TwigTemplate template = TwigEngine.builder()
                .limits(TwigLimits.standard().withTurns(10))
                .build()
                .compile("t", "{% for i in 1..n %}.{% endfor %}");
        assertThat(template.render(Map.of("n", 10))).hasSize(10);
        assertThatThrownBy(() -> template.render(Map.of("n", 11))).isInstanceOf(TwigException.class);
    }

    @Test
    void endsWhenTheTimeIsOver() {
        TwigTemplate template = compiled(
                TwigEngine.builder()
                        .limits(TwigLimits.standard()
                                .withTime(Duration.ofMillis(20))
                                .withTurns(Integer.MAX_VALUE)
                                .withWork(Long.MAX_VALUE))
                        .build(),
                "{% for a in 1..100000 %}{% for b in 1..100000 %}{{ a * b }}{% endfor %}{% endfor %}");
        assertThatThrownBy(() -> template.render(Map.of()))
                .hasMessage("The template runs longer than the limit of 20 ms in \"t\" at line 1.");
    }

    private static TwigTemplate compiled(TwigEngine engine, String source) {
        try {
            return engine.compile("t", source);
        } catch (TwigException e) {
            throw new AssertionError(e);
        }
    }

    private void refuses(String source, String message) {
        assertThatThrownBy(
                        () -> engine(Duration.ofMinutes(1)).compile("t", source).render(Map.of()))
                .isInstanceOf(TwigException.class)
                .hasMessageContaining(message);
    }
}
