// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.templates;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import org.apache.velocity.Template;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.runtime.RuntimeInstance;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.smartems.spi.config.CompiledConfig;
import org.smartems.twig.TwigEngine;
import org.smartems.twig.TwigTemplate;

/** One rendering of the compiled router config, from the caller's variables to the text. */
@State(Scope.Benchmark)
public class Renders {

    private static final int LINES = 160;

    private final Map<String, Object> variables = RouterConfig.variables();
    private TwigTemplate twig;
    private CompiledConfig velocity;
    private Template plainVelocity;

    /**
     * Compiles, and checks what comes out.
     *
     * @throws Exception when a template is refused
     */
    @Setup
    public void compile() throws Exception {
        twig = TwigEngine.builder().strictVariables(true).build().compile("Twig template", RouterConfig.twig());
        velocity = Velocity.generator().compile(RouterConfig.velocity());
        plainVelocity = plain();
        require(twig().equals(RouterConfig.expected()), "the Twig engine renders something else");
        require(velocity().lines().count() > LINES, "Velocity renders something else");
        require(plainVelocity().equals(velocity()), "plain Velocity renders something else");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalStateException(message);
        }
    }

    private static Template plain() throws Exception {
        RuntimeInstance runtime = new RuntimeInstance();
        runtime.setProperty("runtime.strict_mode.enable", true);
        runtime.setProperty("velocimacro.inline.local_scope", true);
        runtime.init();
        Template template = new Template();
        template.setRuntimeServices(runtime);
        template.setName("plain");
        template.setData(runtime.parse(new StringReader(RouterConfig.velocity()), template));
        template.initDocument();
        return template;
    }

    /**
     * Our engine.
     *
     * @return the config
     * @throws Exception never
     */
    @Benchmark
    public String twig() throws Exception {
        return twig.render(variables);
    }

    /**
     * Velocity as configs get it.
     *
     * @return the config
     * @throws Exception never
     */
    @Benchmark
    public String velocity() throws Exception {
        return velocity.render(variables);
    }

    /**
     * Velocity as it comes: reflection, no limits.
     *
     * @return the config
     */
    @Benchmark
    public String plainVelocity() {
        StringWriter output = new StringWriter();
        plainVelocity.merge(new VelocityContext(new HashMap<>(variables)), output);
        return output.toString();
    }
}
