// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smartems.spi.config.CompiledConfig;
import org.smartems.spi.config.ConfigException;
import org.smartems.spi.config.ConfigGenerator;

/** The contract can be fulfilled by the generator that the documentation shows. */
class SampleGeneratorTest implements ConfigGeneratorContract {

    @Override
    public ConfigGenerator generator() {
        return new PlaceholderGenerator();
    }

    @Override
    public String output(String variable) {
        return "@" + variable + "@";
    }

    @Override
    public String broken() {
        return "@1@";
    }

    @Override
    public Optional<String> endless() {
        return Optional.empty();
    }

    private static final class PlaceholderGenerator implements ConfigGenerator {

        private static final Pattern PLACEHOLDER = Pattern.compile("@([^@\n]*)@");

        @Override
        public String id() {
            return "placeholder";
        }

        @Override
        public String label() {
            return "Placeholders";
        }

        @Override
        public CompiledConfig compile(String source) throws ConfigException {
            Matcher names = PLACEHOLDER.matcher(source);
            while (names.find()) {
                if (!names.group(1).matches("[a-zA-Z_]+")) {
                    throw new ConfigException("This is no name of a variable: " + names.group(1), 1);
                }
            }
            return variables -> {
                Matcher matcher = PLACEHOLDER.matcher(source);
                StringBuilder text = new StringBuilder();
                while (matcher.find()) {
                    Object value = variables.get(matcher.group(1));
                    if (value == null) {
                        throw new ConfigException("There is no variable " + matcher.group(1) + ".", 0);
                    }
                    matcher.appendReplacement(text, Matcher.quoteReplacement(value.toString()));
                }
                return matcher.appendTail(text).toString();
            };
        }
    }
}
