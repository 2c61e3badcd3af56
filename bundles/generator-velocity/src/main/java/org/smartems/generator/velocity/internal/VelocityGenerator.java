// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import java.io.StringReader;
import java.util.Map;
import org.apache.velocity.Template;
import org.apache.velocity.runtime.parser.ParseException;
import org.apache.velocity.util.StringBuilderWriter;
import org.osgi.service.component.annotations.Component;
import org.smartems.spi.config.CompiledConfig;
import org.smartems.spi.config.ConfigException;
import org.smartems.spi.config.ConfigGenerator;

/** Configs written in Apache Velocity: nothing but values is reached, previews write what is missing as it stands. */
@Component
public final class VelocityGenerator implements ConfigGenerator {

    static final String NAME = "Velocity template";

    private static final String TOOL = "esc";

    private final SafeRuntime strict = SafeRuntime.started(true);
    private final SafeRuntime lenient = SafeRuntime.started(false);
    private final long compileMillis;
    private final long renderMillis;

    /** With the limits that are documented. */
    public VelocityGenerator() {
        this(Meter.COMPILE_MILLIS, Meter.MILLIS);
    }

    VelocityGenerator(long compileMillis, long renderMillis) {
        this.compileMillis = compileMillis;
        this.renderMillis = renderMillis;
    }

    @Override
    public String id() {
        return "velocity";
    }

    @Override
    public String label() {
        return "Velocity";
    }

    @Override
    public CompiledConfig compile(String source) throws ConfigException {
        return compile(strict, source);
    }

    @Override
    public CompiledConfig compileLenient(String source) throws ConfigException {
        return compile(lenient, source);
    }

    private CompiledConfig compile(SafeRuntime runtime, String source) throws ConfigException {
        Meter meter = new Meter("compiles", compileMillis);
        meter.begin();
        try {
            if (source.length() > Meter.SOURCE) {
                throw new Refusal("The template is longer than the limit of " + Meter.SOURCE + " characters");
            }
            Template template = parsed(runtime, source);
            return variables -> render(template, variables);
        } catch (Refusal refusal) {
            throw Errors.refused(refusal, meter);
        } catch (StackOverflowError e) {
            throw Errors.tooDeep(e, "The text is", meter);
        } catch (ParseException | RuntimeException e) {
            throw Errors.failed(e);
        } finally {
            meter.end();
        }
    }

    private static Template parsed(SafeRuntime runtime, String source) throws ParseException {
        Template template = new Template();
        template.setRuntimeServices(runtime);
        template.setName(NAME);
        template.setData(runtime.parse(new StringReader(source), template));
        template.initDocument();
        return template;
    }

    private String render(Template template, Map<String, Object> variables) throws ConfigException {
        Map<String, Object> values = Values.copy(variables);
        values.putIfAbsent(TOOL, EscapeTool.INSTANCE);
        Meter meter = new Meter("runs", renderMillis);
        StringBuilderWriter output = new StringBuilderWriter();
        meter.begin();
        try {
            template.merge(new SafeContext(values, meter), output);
            return output.toString();
        } catch (Refusal refusal) {
            throw Errors.refused(refusal, meter);
        } catch (StackOverflowError e) {
            throw Errors.tooDeep(e, "Macros, blocks or expressions are", meter);
        } catch (RuntimeException e) {
            throw Errors.failed(e);
        } finally {
            meter.end();
        }
    }
}
