// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.smartems.twig.internal.run.Settings;
import org.smartems.twig.internal.run.Unit;
import org.smartems.twig.internal.syntax.Parser;
import org.smartems.twig.internal.value.Fault;

/** Compiles templates. Immutable but for its cache, for many threads. */
public final class TwigEngine {

    private final Settings settings;
    private final String strategy;
    private final Units units;

    private TwigEngine(Builder builder) {
        TwigLimits limits = builder.limits;
        settings = new Settings(
                builder.strict,
                limits.time().toNanos(),
                limits.turns(),
                limits.depth(),
                limits.output(),
                limits.elements(),
                limits.work(),
                limits.source(),
                builder.zone,
                builder.clock);
        strategy = builder.strategy;
        units = new Units(builder.loader, this::parse);
    }

    /**
     * Begins with lenient variables, no escaping, no loader, the standard limits and UTC.
     *
     * @return to be changed
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Compiles a template. The same name and text are compiled once, as long as the engine remembers them.
     *
     * @param name for messages and for {@code _self}
     * @param source its text
     * @return the template
     * @throws TwigException when the text is no template
     */
    public TwigTemplate compile(String name, String source) throws TwigException {
        try {
            return new TwigTemplate(this, units.compiled(name, source));
        } catch (Fault fault) {
            throw exception(fault, name);
        } catch (StackOverflowError e) {
            throw exception(Fault.syntax("The template is nested too deeply.", 0), name);
        }
    }

    /**
     * Compiles a template of the loader.
     *
     * @param name of it
     * @return empty when there is none
     * @throws TwigException when its text is no template
     */
    public Optional<TwigTemplate> load(String name) throws TwigException {
        String source = units.source(name);
        return source == null ? Optional.empty() : Optional.of(compile(name, source));
    }

    Settings settings() {
        return settings;
    }

    Units units() {
        return units;
    }

    TwigException exception(Fault fault, String name) {
        String template = fault.template() == null ? name : fault.template();
        return new TwigException(fault.getMessage(), template, fault.line(), fault.isSyntax(), null);
    }

    private Unit parse(String name, String source) {
        if (source.length() > settings.source()) {
            throw Fault.syntax("The template is longer than the limit of " + settings.source() + " characters.", 0);
        }
        return Parser.parse(name, source, strategy);
    }

    /** Makes an engine. For one thread. */
    public static final class Builder {

        private boolean strict;
        private String strategy = Parser.NO_ESCAPING;
        private TwigLoader loader = name -> Optional.empty();
        private TwigLimits limits = TwigLimits.standard();
        private ZoneId zone = ZoneId.of("UTC");
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /**
         * Whether a missing variable, attribute or key is an error, and what PHP only warns about as well.
         *
         * @param value false to read it as null
         * @return itself
         */
        public Builder strictVariables(boolean value) {
            strict = value;
            return this;
        }

        /**
         * Escapes output.
         *
         * @param name {@code html}, {@code js}, {@code css}, {@code url} or {@code html_attr}
         * @return itself
         */
        public Builder autoescape(String name) {
            strategy = name;
            return this;
        }

        /**
         * Lets templates reach others.
         *
         * @param finder of their texts
         * @return itself
         */
        public Builder loader(TwigLoader finder) {
            loader = finder;
            return this;
        }

        /**
         * Sets the limits.
         *
         * @param value of each rendering
         * @return itself
         */
        public Builder limits(TwigLimits value) {
            limits = value;
            return this;
        }

        /**
         * Sets the time zone of dates that say none.
         *
         * @param value such as {@code Europe/Berlin}
         * @return itself
         */
        public Builder zone(ZoneId value) {
            zone = value;
            return this;
        }

        /**
         * Sets what time it is.
         *
         * @param value for dates relative to now
         * @return itself
         */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /**
         * Makes the engine.
         *
         * @return immutable
         */
        public TwigEngine build() {
            return new TwigEngine(this);
        }
    }
}
