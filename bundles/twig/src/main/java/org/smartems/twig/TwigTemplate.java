// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig;

import java.util.Map;
import org.smartems.twig.internal.run.Run;
import org.smartems.twig.internal.run.Unit;
import org.smartems.twig.internal.value.Bytes;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.PhpArray;

/** A compiled template. Immutable, for many threads. */
public final class TwigTemplate {

    private final TwigEngine engine;
    private final Unit unit;

    TwigTemplate(TwigEngine engine, Unit unit) {
        this.engine = engine;
        this.unit = unit;
    }

    /**
     * Its name.
     *
     * @return as given to the engine
     */
    public String name() {
        return unit.name();
    }

    /**
     * Renders it.
     *
     * @param variables names with values: null, {@code Boolean}, {@code Number}, {@code CharSequence}, and
     *     {@code Map}, {@code Iterable} and {@code Object[]} of these; read before anything else, never changed
     * @return the output
     * @throws TwigException when the template fails or passes a limit
     * @throws IllegalArgumentException when a variable has any other type
     */
    public String render(Map<String, ?> variables) throws TwigException {
        try {
            PhpArray values = Variables.of(variables);
            Run run = new Run(engine.settings(), engine.units());
            StringBuilder outer = run.capture();
            unit.display(run, values, Map.of());
            String output = run.captured();
            run.release(outer);
            return Bytes.scrubbed(output);
        } catch (Fault fault) {
            throw engine.exception(fault, unit.name());
        } catch (StackOverflowError e) {
            throw engine.exception(Fault.tooDeep(), unit.name());
        }
    }
}
