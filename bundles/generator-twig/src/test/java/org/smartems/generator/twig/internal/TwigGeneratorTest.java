// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.twig.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.smartems.spi.config.ConfigException;
import org.smartems.spi.config.ConfigGenerator;
import org.smartems.testing.contract.ConfigGeneratorContract;

class TwigGeneratorTest implements ConfigGeneratorContract {

    private final TwigGenerator generator = new TwigGenerator();

    @Override
    public ConfigGenerator generator() {
        return generator;
    }

    @Override
    public String output(String variable) {
        return "{{ " + variable + " }}";
    }

    @Override
    public boolean isLenient() {
        return true;
    }

    @Override
    public String broken() {
        return "{% if name %}never closed";
    }

    @Override
    public Optional<String> endless() {
        return Optional.of(
                "{% macro f() %}{% for i in 1..1000 %}{{ _self.f() }}{% endfor %}{% endmacro %}{{ _self.f() }}");
    }

    /** Twig knows one kind of line end only. */
    @Override
    @Test
    public void rendersPlainTextUnchanged() throws ConfigException {
        for (String text : List.of("", "\n", "hostname r1\n", " \t ", "\u00e4\u20ac\ud83d\ude00")) {
            assertThat(generator.compile(text).render(Map.of())).isEqualTo(text);
        }
        assertThat(generator.compile("a\r\nb\rc\n").render(Map.of())).isEqualTo("a\nb\nc\n");
    }

    @Test
    void namesTheTemplateAsOperatorsKnowIt() {
        assertThatThrownBy(() -> generator.compile("a\n{{ missing }}").render(Map.of()))
                .isInstanceOfSatisfying(ConfigException.class, e -> {
                    assertThat(e).hasMessage("Variable \"missing\" does not exist in \"Twig template\" at line 2.");
                    assertThat(e.line()).isEqualTo(2);
                });
    }

    @Test
    void previewsWhatIsMissingAsNothing() throws ConfigException {
        String source =
                "{{ missing }}|{{ a.b.c }}|{% if missing %}y{% else %}n{% endif %}|{{ missing is defined ? 1 : 0 }}";
        assertThat(generator.compileLenient(source).render(Map.of())).isEqualTo("||n|0");
        assertThatThrownBy(() -> generator.compile(source).render(Map.of())).isInstanceOf(ConfigException.class);
    }

    @Test
    void suggestsNearNames() {
        assertThatThrownBy(() -> generator.compile("{{ name|uper }}"))
                .hasMessage("Unknown \"uper\" filter. Did you mean \"upper\" in \"Twig template\" at line 1?");
    }

    @Test
    void escapesNothing() throws ConfigException {
        assertThat(generator.compile("{{ psk }}").render(Map.of("psk", "<&\"'>")))
                .isEqualTo("<&\"'>");
    }

    @Test
    void reachesNoOtherTemplate() {
        assertThatThrownBy(() -> generator.compile("{% include 'other' %}").render(Map.of()))
                .hasMessage("Template \"other\" is not defined in \"Twig template\" at line 1.");
    }

    @Test
    void refusesVariablesThatAreNoValues() {
        List<Object> deep = List.of();
        for (int depth = 0; depth < 1000; depth++) {
            deep = List.of(deep);
        }
        for (Object value : List.of(new Object(), Map.of("at", Instant.EPOCH), new int[] {1}, deep)) {
            assertThatThrownBy(() -> generator.compile("static").render(Map.of("psk", value)))
                    .isInstanceOfSatisfying(ConfigException.class, e -> {
                        assertThat(e).hasMessage("A variable has a value that a config cannot use.");
                        assertThat(e.line()).isZero();
                    });
        }
    }

    @Test
    void callsMacrosOfItsOwn() throws ConfigException {
        String source =
                "{% macro vlan(id) %}vlan {{ id }}{% endmacro %}{% for id in ids %}{{ _self.vlan(id) }};{% endfor %}";
        assertThat(generator.compile(source).render(Map.of("ids", List.of(1L, 2L))))
                .isEqualTo("vlan 1;vlan 2;");
    }
}
