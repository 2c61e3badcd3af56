// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TwigEngineTest {

    private final TwigEngine strict = TwigEngine.builder().strictVariables(true).build();

    @Test
    void rendersVariablesOfTheCaller() throws TwigException {
        Map<String, Object> variables = new HashMap<>();
        variables.put("text", new StringBuilder("sb"));
        variables.put("letter", 'c');
        variables.put(
                "numbers",
                new Object[] {1, (short) 2, (byte) 3, 4L, 1.5f, 2.5, new BigDecimal("3.25"), BigInteger.TEN});
        variables.put("huge", BigInteger.TWO.pow(70));
        variables.put("map", Map.of("k", List.of(1, Map.of(5, "five"))));
        variables.put("nothing", null);
        variables.put("flag", true);

        assertThat(strict.compile(
                                "t",
                                "{{ text }}{{ letter }} {{ numbers|join(',') }} {{ huge }} {{ map.k[1][5] }}"
                                        + " [{{ nothing }}] {{ flag }} {{ numbers[4] is same as(1.5) ? 'f' }}")
                        .render(variables))
                .isEqualTo("sbc 1,2,3,4,1.5,2.5,3.25,10 1.1805916207174E+21 five [] 1 f");
    }

    @Test
    void keepsTheOrderOfVariables() throws TwigException {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (String name : List.of("z", "a", "m", "1", "b")) {
            variables.put(name, 1);
        }
        assertThat(strict.compile("t", "{{ _context|keys|join }}").render(variables))
                .isEqualTo("zam1b");
    }

    @Test
    void letsNoObjectOfTheCallerIn() throws TwigException {
        TwigTemplate template = strict.compile("t", "{{ a }}");
        for (Object object : List.of(new Object(), Instant.EPOCH, Optional.of(1), String.class, new int[] {1})) {
            assertThatThrownBy(() -> template.render(Map.of("a", object))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> template.render(Map.of("a", List.of(object))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void neverChangesVariables() throws TwigException {
        Map<String, Object> variables = Map.of("l", List.of(3, 1));
        TwigTemplate template = strict.compile("t", "{% set l = l|merge([2])|sort %}{{ l|join }}");
        assertThat(template.render(variables)).isEqualTo("123");
        assertThat(template.render(variables)).isEqualTo("123");
    }

    @Test
    void namesTemplateLineAndCause() {
        assertThatThrownBy(() -> strict.compile("page", "a\n\n{{ missing }}").render(Map.of()))
                .isInstanceOfSatisfying(TwigException.class, e -> {
                    assertThat(e).hasMessage("Variable \"missing\" does not exist in \"page\" at line 3.");
                    assertThat(e.rawMessage()).isEqualTo("Variable \"missing\" does not exist.");
                    assertThat(e.template()).isEqualTo("page");
                    assertThat(e.line()).isEqualTo(3);
                    assertThat(e.isSyntax()).isFalse();
                });
    }

    @Test
    void suggestsNearNames() {
        assertRefused("{{ 1|uper }}", "Unknown \"uper\" filter. Did you mean \"upper\" in \"t\" at line 1?");
        assertRefused("{{ rnge(1, 2) }}", "Unknown \"rnge\" function. Did you mean \"range\" in \"t\" at line 1?");
        assertRefused("{{ 1 is evn }}", "Unknown \"evn\" test. Did you mean \"even\" in \"t\" at line 1?");
        assertRefused("{% fro x in y %}", "Unknown \"fro\" tag. Did you mean \"from\" in \"t\" at line 1?");
        assertRefused("{{ 1|qqqqqq }}", "Unknown \"qqqqqq\" filter in \"t\" at line 1.");
    }

    private void assertRefused(String source, String message) {
        assertThatThrownBy(() -> strict.compile("t", source)).hasMessage(message);
    }

    @Test
    void namesTheTemplateThatFails() {
        Map<String, String> texts = Map.of("inner", "\n{{ missing }}", "broken", "\n{% if %}");
        TwigEngine engine = TwigEngine.builder()
                .strictVariables(true)
                .loader(name -> Optional.ofNullable(texts.get(name)))
                .build();
        assertThatThrownBy(
                        () -> engine.compile("outer", "{% include 'inner' %}").render(Map.of()))
                .hasMessage("Variable \"missing\" does not exist in \"inner\" at line 2.");
        assertThatThrownBy(
                        () -> engine.compile("outer", "{% include 'broken' %}").render(Map.of()))
                .hasMessageEndingWith(" in \"broken\" at line 2.");
        assertThatThrownBy(
                        () -> engine.compile("outer", "\n{% include 'none' %}").render(Map.of()))
                .hasMessage("Template \"none\" is not defined in \"outer\" at line 2.");
    }

    @Test
    void readsMissingVariablesAsNullWhenLenient() throws TwigException {
        TwigEngine lenient = TwigEngine.builder().build();
        assertThat(lenient.compile("t", "[{{ a }}{{ b.c.d }}{{ [1] }}]").render(Map.of()))
                .isEqualTo("[Array]");
    }

    @Test
    void rendersOnManyThreads() throws TwigException {
        TwigTemplate template = strict.compile(
                "t",
                "{% macro m(x) %}<{{ x }}>{% endmacro %}{% for i in 1..n %}{{ _self.m(i) }}{% set n = i %}{% endfor %}"
                        + "{{ n }}");
        Set<Integer> wrong = Collections.synchronizedSet(new java.util.HashSet<>());
        IntStream.range(1, 300).parallel().forEach(n -> {
            try {
                if (!template.render(Map.of("n", n)).endsWith("<" + n + ">" + n)) {
                    wrong.add(n);
                }
            } catch (TwigException e) {
                wrong.add(n);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void takesChangedTextsOfTheLoader() throws TwigException {
        AtomicReference<String> text = new AtomicReference<>("old");
        TwigEngine engine =
                TwigEngine.builder().loader(name -> Optional.of(text.get())).build();
        TwigTemplate template = engine.compile("t", "{% include 'x' %}");
        assertThat(template.render(Map.of())).isEqualTo("old");
        text.set("new");
        assertThat(template.render(Map.of())).isEqualTo("new");
        assertThat(engine.load("x").orElseThrow().render(Map.of())).isEqualTo("new");
    }

    @Test
    void findsNoTemplateWithoutALoader() throws TwigException {
        assertThat(strict.load("x")).isEmpty();
    }

    @Test
    void forgetsTemplatesWhenTheyBecomeTooMany() throws TwigException {
        for (int i = 0; i < 40; i++) {
            String text = "x".repeat(100_000) + i;
            assertThat(strict.compile("t" + i, text).render(Map.of())).isEqualTo(text);
        }
    }

    @Test
    void knowsTimeAndZone() throws TwigException {
        TwigEngine engine = TwigEngine.builder()
                .zone(ZoneId.of("Europe/Berlin"))
                .clock(Clock.fixed(Instant.parse("2026-07-01T12:00:00Z"), ZoneOffset.UTC))
                .build();
        assertThat(engine.compile("t", "{{ 'now'|date('H:i T') }} {{ 'tomorrow'|date('c') }} {{ 0|date('H:i') }}")
                        .render(Map.of()))
                .isEqualTo("14:00 CEST 2026-07-02T00:00:00+02:00 01:00");
    }

    @Test
    void writesNoHalfCharacters() throws TwigException {
        assertThat(strict.compile("t", "{{ '\\xff' }}|{{ '\\xc3' ~ '\\xa4' }}|{{ a }}")
                        .render(Map.of("a", "\udc80")))
                .isEqualTo("\uFFFD|\u00e4|\uFFFD");
    }
}
