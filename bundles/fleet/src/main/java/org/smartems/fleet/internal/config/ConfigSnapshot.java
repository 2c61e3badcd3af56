// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.config;

import java.util.Map;
import org.smartems.spi.config.CompiledConfig;
import org.smartems.spi.config.ConfigException;

/** A config of a template version, compiled; immutable, for many threads. */
public final class ConfigSnapshot {

    private final long id;
    private final int version;
    private final String generator;
    private final CompiledConfig compiled;
    private final ConfigException failure;

    private ConfigSnapshot(Source source, CompiledConfig compiled, ConfigException failure) {
        this.id = source.id();
        this.version = source.version();
        this.generator = source.generator();
        this.compiled = compiled;
        this.failure = failure;
    }

    /**
     * A stored config.
     *
     * @param id of the config
     * @param version counts its changes
     * @param generator id of its generator
     * @param content the text
     */
    public record Source(long id, int version, String generator, String content) {}

    /** Compiles a config; what fails is thrown when it is rendered. */
    public static ConfigSnapshot of(Source source, Generators generators) {
        return of(source, () -> generators.compile(source.generator(), source.content()));
    }

    /** Compiles a config for a preview, in which missing variables are allowed where the language can. */
    public static ConfigSnapshot lenient(Source source, Generators generators) {
        return of(source, () -> generators.compileLenient(source.generator(), source.content()));
    }

    private static ConfigSnapshot of(Source source, Compiling compiling) {
        try {
            return new ConfigSnapshot(source, compiling.run(), null);
        } catch (ConfigException e) {
            return new ConfigSnapshot(source, null, e);
        }
    }

    /** The id of the config. */
    public long id() {
        return id;
    }

    /** The id of its generator. */
    public String generator() {
        return generator;
    }

    /** Whether it was made of this very source. */
    public boolean isOf(Source source) {
        return id == source.id() && version == source.version();
    }

    /** Whether it could not be compiled for a reason that is none of the text, and may be over soon. */
    public boolean isPassing() {
        return failure instanceof GeneratorAway;
    }

    /** Fills the text; fails as well when it could not be compiled or its generator is not installed. */
    String render(Map<String, Object> variables) throws ConfigException {
        if (failure != null) {
            throw new ConfigException(failure.getMessage(), failure.line(), failure);
        }
        return compiled.render(variables);
    }

    @FunctionalInterface
    private interface Compiling {
        CompiledConfig run() throws ConfigException;
    }
}
