// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.twig.internal;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.smartems.spi.config.CompiledConfig;
import org.smartems.spi.config.ConfigException;
import org.smartems.spi.config.ConfigGenerator;
import org.smartems.twig.TwigEngine;
import org.smartems.twig.TwigException;
import org.smartems.twig.TwigTemplate;

/** Configs written in Twig: nothing is escaped, no other template is reached, previews read what is missing as null. */
@Component
public final class TwigGenerator implements ConfigGenerator {

    private static final String NAME = "Twig template";

    private final TwigEngine strict = TwigEngine.builder().strictVariables(true).build();
    private final TwigEngine lenient = TwigEngine.builder().build();

    @Override
    public String id() {
        return "twig";
    }

    @Override
    public String label() {
        return "Twig";
    }

    @Override
    public CompiledConfig compile(String source) throws ConfigException {
        return compile(strict, source);
    }

    @Override
    public CompiledConfig compileLenient(String source) throws ConfigException {
        return compile(lenient, source);
    }

    private static CompiledConfig compile(TwigEngine engine, String source) throws ConfigException {
        try {
            TwigTemplate template = engine.compile(NAME, source);
            return variables -> render(template, variables);
        } catch (TwigException e) {
            throw configException(e);
        }
    }

    private static String render(TwigTemplate template, Map<String, Object> variables) throws ConfigException {
        try {
            return template.render(variables);
        } catch (TwigException e) {
            throw configException(e);
        } catch (IllegalArgumentException e) {
            // its message names a Java type, which tells the author of a config nothing
            throw new ConfigException("A variable has a value that a config cannot use.", 0, e);
        }
    }

    private static ConfigException configException(TwigException e) {
        return new ConfigException(e.getMessage().replaceAll("\\s+", " "), e.line(), e);
    }
}
