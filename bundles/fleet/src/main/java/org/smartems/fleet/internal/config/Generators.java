// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.fleet.internal.PlugIns;
import org.smartems.spi.config.CompiledConfig;
import org.smartems.spi.config.ConfigException;
import org.smartems.spi.config.ConfigGenerator;

/** The template languages that are installed. */
@Component(service = Generators.class)
public final class Generators {

    private static final Logger LOG = LoggerFactory.getLogger(Generators.class);

    private final PlugIns<ConfigGenerator> generators = new PlugIns<>();

    /** Called when one appears. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addGenerator(ConfigGenerator generator) {
        generators.add(generator.id(), generator);
    }

    /** Called when one goes away. */
    public void removeGenerator(ConfigGenerator generator) {
        generators.remove(generator);
    }

    /** Whether a language is installed. */
    public boolean has(String id) {
        return generators.find(id).isPresent();
    }

    /** The names of the languages that are installed, by id, in alphabetical order; the caller's own. */
    Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        generators.ids().forEach(id -> generators.find(id).ifPresent(found -> labels.put(id, label(id, found))));
        return labels;
    }

    private static String label(String id, ConfigGenerator generator) {
        try {
            return guard(generator::label);
        } catch (ConfigException e) {
            return id; // logged
        }
    }

    /** Another number after each change: what was compiled before is to be compiled anew. */
    public long changes() {
        return generators.changes();
    }

    /** Compiles a text. */
    public CompiledConfig compile(String id, String content) throws ConfigException {
        ConfigGenerator generator = installed(id);
        return guard(() -> generator.compile(content));
    }

    /** Compiles a text for a preview. */
    public CompiledConfig compileLenient(String id, String content) throws ConfigException {
        ConfigGenerator generator = installed(id);
        return guard(() -> generator.compileLenient(content));
    }

    private ConfigGenerator installed(String id) throws ConfigException {
        return generators
                .find(id)
                .orElseThrow(() -> new ConfigException("The generator " + id + " is not installed", 0));
    }

    /** Lets a plug-in fail in no other way than with a ConfigException. */
    static <T> T guard(Call<T> call) throws ConfigException {
        try {
            T result = call.run();
            if (result != null) {
                return result;
            }
            throw new ConfigException("The generator answers nothing", 0);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            LOG.warn("A config generator failed", e);
            throw new ConfigException("The generator failed, see the log of the server", 0, e);
        }
    }

    /** What a generator is asked. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws ConfigException;
    }
}
