// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.smartems.spi.config.CompiledConfig;
import org.smartems.spi.config.ConfigException;
import org.smartems.spi.config.ConfigGenerator;

/** What every {@link ConfigGenerator} must fulfil. */
public interface ConfigGeneratorContract {

    /**
     * The generator under test.
     *
     * @return a new one or always the same
     */
    ConfigGenerator generator();

    /**
     * Writes out a variable in the language.
     *
     * @param variable its name
     * @return such as {@code {{ name }}}
     */
    String output(String variable);

    /**
     * A text that breaks the rules of the language.
     *
     * @return what {@link ConfigGenerator#compile} refuses
     */
    String broken();

    /**
     * A text that would run for hours.
     *
     * @return empty when the language has no means for it
     */
    Optional<String> endless();

    /**
     * Whether previews do without missing variables.
     *
     * @return false for a generator that is as strict as ever
     */
    default boolean isLenient() {
        return false;
    }

    /** What is stored is stable, and people can read the label. */
    @Test
    default void hasAStableId() {
        assertThat(generator().id())
                .matches("[a-z0-9]+(-[a-z0-9]+)*")
                .isEqualTo(generator().id());
        assertThat(generator().label()).isNotBlank();
    }

    /** A text without anything of the language comes out as it went in. */
    @Test
    default void rendersPlainTextUnchanged() throws ConfigException {
        for (String text : List.of("", "\n", "hostname r1\n", "a\r\nb\r\n", " \t ", "\u00e4\u20ac\ud83d\ude00")) {
            assertThat(render(text, Map.of())).isEqualTo(text);
        }
    }

    /** Texts, numbers and their neighbours are written. */
    @Test
    default void rendersVariables() throws ConfigException {
        String text = "a=" + output("name") + ";b=" + output("number") + "\n";
        assertThat(render(text, Map.of("name", "r1", "number", 42L))).isEqualTo("a=r1;b=42\n");
    }

    /** A preview of what is complete is what a device gets. */
    @Test
    default void previewsLikeItRenders() throws ConfigException {
        String text = "a=" + output("name") + "\n";
        assertThat(generator().compileLenient(text).render(Map.of("name", "r1")))
                .isEqualTo("a=r1\n");
        assertReadable(() -> generator().compileLenient(broken()));
        endless()
                .ifPresent(endless ->
                        assertReadable(() -> generator().compileLenient(endless).render(Map.of())));
    }

    /** A missing variable is no error in a preview, where the language can do without. */
    @Test
    default void previewsWithoutAVariable() throws ConfigException {
        CompiledConfig preview = generator().compileLenient("a=" + output("name") + "\n");
        if (isLenient()) {
            assertThat(preview.render(Map.of("other", "x"))).startsWith("a=").endsWith("\n");
        } else {
            assertReadable(() -> preview.render(Map.of("other", "x")));
        }
    }

    /** The value of a variable is data, whatever it says. */
    @Test
    default void neverRunsTheValueOfAVariable() throws ConfigException {
        for (String value : List.of(output("other"), broken(), "${7*7}", "{{ 7*7 }}", "#set($a=1)$a", "<b>&\"'")) {
            assertThat(render(output("name"), Map.of("name", value, "other", "secret")))
                    .isEqualTo(value);
        }
    }

    /** A variable that does not exist is an error, no empty text. */
    @Test
    default void refusesAMissingVariable() {
        assertReadable(() -> render("line one\n" + output("name"), Map.of("other", "x")));
    }

    /** A broken text is refused when it is compiled. */
    @Test
    default void refusesABrokenText() {
        assertReadable(() -> generator().compile(broken()));
    }

    /** Rendering changes nothing that it was given, and gives the same twice. */
    @Test
    default void rendersTheSameTwice() throws ConfigException {
        Map<String, Object> variables = new HashMap<>();
        variables.put("name", "r1");
        variables.put("list", Arrays.asList("a", null, 1L, 1.5, true, List.of(), Map.of("k", "v")));
        variables.put("nothing", null);
        Map<String, Object> before = new HashMap<>(variables);
        CompiledConfig compiled = generator().compile(output("name"));
        assertThat(compiled.render(variables)).isEqualTo(compiled.render(variables));
        assertThat(variables).isEqualTo(before);
    }

    /** One compiled text serves many threads with variables of their own. */
    @Test
    default void rendersOnManyThreads() throws ConfigException {
        CompiledConfig compiled = generator().compile(output("name"));
        assertThat(IntStream.range(0, 200).parallel().allMatch(i -> renders(compiled, i)))
                .isTrue();
    }

    /** A text of the greatest size is taken. */
    @Test
    default void rendersALargeText() throws ConfigException {
        String text = "interface eth0\n".repeat((1 << 20) / 15);
        assertThat(render(text, Map.of())).isEqualTo(text);
    }

    /** Whoever writes a text that never ends gets an error. */
    @Test
    default void endsEndlessTexts() {
        endless().ifPresent(text -> assertReadable(() -> render(text, Map.of())));
    }

    private String render(String text, Map<String, Object> variables) throws ConfigException {
        return generator().compile(text).render(variables);
    }

    private static boolean renders(CompiledConfig compiled, int i) {
        try {
            return compiled.render(Map.of("name", "r" + i)).equals("r" + i);
        } catch (ConfigException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertReadable(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ConfigException.class, e -> {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n", "java.", "org.", "Exception");
            assertThat(e.line()).isNotNegative();
        });
    }
}
