// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smartems.spi.config.CompiledConfig;
import org.smartems.spi.config.ConfigException;
import org.smartems.spi.config.ConfigGenerator;

/** Fills {@code {{ name }}}; one that is missing fails unless in a preview; a text with {@code {%} does not compile. */
public record FakeGenerator(String id) implements ConfigGenerator {

    private static final Pattern OUTPUT = Pattern.compile("\\{\\{ (\\w+) }}");

    @Override
    public String label() {
        return id;
    }

    @Override
    public CompiledConfig compile(String source) throws ConfigException {
        String[] lines = source.split("\n", -1);
        for (int line = 0; line < lines.length; line++) {
            if (lines[line].contains("{%")) {
                throw new ConfigException("Unknown tag", line + 1);
            }
        }
        return variables -> render(source, variables, false);
    }

    @Override
    public CompiledConfig compileLenient(String source) throws ConfigException {
        compile(source);
        return variables -> render(source, variables, true);
    }

    private static String render(String source, Map<String, Object> variables, boolean lenient) throws ConfigException {
        StringBuilder text = new StringBuilder();
        Matcher output = OUTPUT.matcher(source);
        while (output.find()) {
            if (!lenient && !variables.containsKey(output.group(1))) {
                throw new ConfigException("Variable \"" + output.group(1) + "\" does not exist", 1);
            }
            Object value = variables.get(output.group(1));
            output.appendReplacement(text, Matcher.quoteReplacement(value == null ? "" : value.toString()));
        }
        return output.appendTail(text).toString();
    }
}
