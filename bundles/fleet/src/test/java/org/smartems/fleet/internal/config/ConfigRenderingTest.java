// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.fleet.internal.FakeGenerator;
import org.smartems.spi.config.CompiledConfig;
import org.smartems.spi.config.ConfigException;
import org.smartems.spi.config.ConfigGenerator;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceTypeInfo;
import org.smartems.spi.procedure.FieldRequirement;

class ConfigRenderingTest {

    private final Generators generators = new Generators();
    private final ConfigGenerator twig = new FakeGenerator("twig");

    @BeforeEach
    void install() {
        generators.addGenerator(twig);
    }

    @Test
    void keepsPlainTextAsItIs() throws Exception {
        assertThat(render(false, "\n a=\"{{ a }}\"\r\n", Map.of("a", "x\"y"))).isEqualTo("\n a=\"x\"y\"\r\n");
    }

    @Test
    void escapesTextsForJsonAndNothingElse() throws Exception {
        Map<String, Object> variables = new HashMap<>();
        variables.put("quote", "x\"y\\z\n/ü");
        variables.put("none", null);
        variables.put("empty", "");
        variables.put("number", 5L);
        assertThat(render(true, "[\"{{ quote }}\", \"{{ empty }}\", \"{{ none }}\", {{ number }}]", variables))
                .isEqualTo("[\"x\\\"y\\\\z\\n/ü\", \"\", \"\", 5]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{} {}", "{\"a\":{{ empty }}}", "x"})
    void refusesWhatIsNoJson(String content) {
        assertThatThrownBy(() -> render(true, content, Map.of("empty", "")))
                .isInstanceOf(ConfigException.class)
                .hasMessageMatching("(Line \\d+ of the rendered config is no JSON|The config is empty.*)");
    }

    @Test
    void tellsAMissingVariable() {
        assertThatThrownBy(() -> render(false, "{{ a }}", Map.of()))
                .isInstanceOfSatisfying(
                        ConfigException.class, e -> assertThat(e.line()).isEqualTo(1));
    }

    @Test
    void failsWhileTheGeneratorIsNotInstalled() {
        generators.removeGenerator(twig);
        assertThatThrownBy(() -> render(false, "a", Map.of())).hasMessage("The generator twig is not installed");
    }

    @Test
    void turnsEveryFailureOfAPlugInIntoOneOfTheConfig() {
        generators.addGenerator(new Broken());
        ConfigSnapshot.Source source = new ConfigSnapshot.Source(1, 1, "broken", "");
        ConfigSnapshot config = ConfigSnapshot.of(source, generators);
        assertThatThrownBy(() -> ConfigRendering.render(new Type(false), 1, config, Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("log of the server");
    }

    private String render(boolean json, String content, Map<String, Object> variables) throws ConfigException {
        ConfigSnapshot.Source source = new ConfigSnapshot.Source(1, 1, "twig", content);
        return ConfigRendering.render(new Type(json), 1, ConfigSnapshot.of(source, generators), variables);
    }

    private record Broken() implements ConfigGenerator {

        @Override
        public String id() {
            return "broken";
        }

        @Override
        public String label() {
            return "Broken";
        }

        @Override
        public CompiledConfig compile(String source) {
            return variables -> {
                throw new StackOverflowError();
            };
        }
    }

    private record Type(boolean json) implements DeviceTypeInfo {

        @Override
        public String name() {
            return "";
        }

        @Override
        public String deviceName() {
            return "";
        }

        @Override
        public boolean has(Capability capability) {
            return true;
        }

        @Override
        public FieldRequirement requirement(DeviceField field) {
            return FieldRequirement.OPTIONAL;
        }

        @Override
        public boolean isJson(int slot) {
            return json;
        }
    }
}
