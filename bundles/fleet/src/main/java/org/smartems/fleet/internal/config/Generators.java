// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.smartems.platform.plugin.Container;
import org.smartems.platform.plugin.Containment;
import org.smartems.platform.plugin.Installed;
import org.smartems.platform.plugin.Limits;
import org.smartems.platform.plugin.PlatformFailure;
import org.smartems.platform.plugin.PlugIn;
import org.smartems.platform.plugin.PlugInAway;
import org.smartems.platform.plugin.PlugInFailure;
import org.smartems.platform.plugin.PlugInSource;
import org.smartems.spi.config.CompiledConfig;
import org.smartems.spi.config.ConfigException;
import org.smartems.spi.config.ConfigGenerator;

/** The template languages that are installed. */
@Component(service = {Generators.class, PlugInSource.class})
public final class Generators implements PlugInSource {

    private final Containment containment;
    private final Installed<ConfigGenerator, String> generators;

    /** Begins without any. */
    @Activate
    public Generators() {
        this(Limits.crowded());
    }

    /** Begins without any, with other limits. */
    public Generators(Limits limits) {
        containment = new Containment(limits);
        generators = new Installed<>("generator", containment, Generators::about);
    }

    /** Stops looking at calls. */
    @Deactivate
    public void close() {
        containment.close();
    }

    /** Called when one appears. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addGenerator(ConfigGenerator generator) {
        generators.add(generator);
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
        generators.all().forEach(entry -> labels.put(entry.id(), entry.description()));
        return labels;
    }

    /** A greater number after each change and each restart: what was compiled before is to be compiled anew. */
    public long changes() {
        return generators.changes();
    }

    /** Compiles a text; neither this nor rendering fails in another way than with a ConfigException. */
    public CompiledConfig compile(String id, String content) throws ConfigException {
        Installed.Entry<ConfigGenerator, String> generator = installed(id);
        return contained(generator, () -> generator.service().compile(content));
    }

    /** Compiles a text for a preview. */
    public CompiledConfig compileLenient(String id, String content) throws ConfigException {
        Installed.Entry<ConfigGenerator, String> generator = installed(id);
        return contained(generator, () -> generator.service().compileLenient(content));
    }

    @Override
    public List<PlugIn> plugIns() {
        return generators.plugIns();
    }

    @Override
    public boolean restart(String id) {
        return generators.restart(id);
    }

    private static Installed.About<String> about(ConfigGenerator generator) {
        String id = generator.id();
        String label = generator.label();
        return new Installed.About<>(id, label, label == null ? id : label);
    }

    private Installed.Entry<ConfigGenerator, String> installed(String id) throws ConfigException {
        return generators
                .find(id)
                .orElseThrow(() -> new ConfigException("The generator " + id + " is not installed", 0));
    }

    private static CompiledConfig contained(
            Installed.Entry<ConfigGenerator, String> generator, Work<CompiledConfig> compiling) throws ConfigException {
        Container container = generator.container();
        CompiledConfig compiled = call(container, compiling);
        return variables -> call(container, () -> compiled.render(variables));
    }

    private static <T> T call(Container container, Work<T> work) throws ConfigException {
        try {
            Outcome<T> outcome = container.callApart(() -> outcome(work));
            if (outcome.refusal() != null) {
                throw outcome.refusal();
            }
            return outcome.value();
        } catch (PlugInFailure | PlatformFailure e) {
            throw new ConfigException("The generator failed, see the log of the server", 0, e);
        } catch (PlugInAway e) {
            throw new GeneratorAway(e);
        }
    }

    private static <T> Outcome<T> outcome(Work<T> work) {
        try {
            return new Outcome<>(Objects.requireNonNull(work.run(), "the plug-in has answered null"), null);
        } catch (ConfigException e) {
            return new Outcome<>(null, e);
        }
    }

    /** What is wrong with a text is no fault of its generator. */
    private record Outcome<T>(T value, ConfigException refusal) {}

    @FunctionalInterface
    private interface Work<T> {
        T run() throws ConfigException;
    }
}
