// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.library;

import static org.smartems.twig.internal.run.Definition.of;

import java.util.List;
import java.util.Map;
import org.smartems.twig.internal.run.Definition;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.run.Run;
import org.smartems.twig.internal.run.Unit;
import org.smartems.twig.internal.value.Compare;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.PhpArray;
import org.smartems.twig.internal.value.Types;

/** The functions. */
final class Functions {

    private Functions() {}

    static List<Definition> all() {
        return List.of(
                of("max", "value *", (frame, a) -> extreme(frame.run(), a, 1)),
                of("min", "value *", (frame, a) -> extreme(frame.run(), a, -1)),
                of("range", "low high step?", (frame, a) -> Ranges.range(a[0], a[1], a[2], frame.run())),
                of("cycle", "values position", Functions::cycle),
                of("random", "values? max?", Randomness::random),
                of("constant", "constant object? check_defined?", Constants::value),
                of("include", "template variables? with_context? ignore_missing? sandboxed?", Functions::include)
                        .safeFor(Definition.ALL),
                of("source", "name ignore_missing?", Functions::source).safeFor(Definition.ALL),
                of("enum", "enum", Functions::noEnum),
                of("enum_cases", "enum", Functions::noCases));
    }

    private static Object extreme(Run run, Object[] arguments, int sign) {
        String name = sign > 0 ? "max" : "min";
        Object[] values = arguments;
        if (arguments.length == 1) {
            if (!(arguments[0] instanceof PhpArray array)) {
                throw Fault.thrown(name + "(): Argument #1 ($value) must be of type array, " + Types.name(arguments[0])
                        + " given");
            }
            values = array.values();
        }
        if (values.length == 0) {
            throw Fault.thrown(name + "(): Argument #1 ($value) must contain at least one element");
        }
        run.step(values.length);
        boolean listed = values == arguments;
        Object best = values[0];
        for (int i = 1; i < values.length; i++) {
            // it matters for what cannot be compared which of the two comes first
            int order = listed ? Compare.order(values[i], best, run) : -Compare.order(best, values[i], run);
            if (order * sign > 0) {
                best = values[i];
            }
        }
        return best;
    }

    private static Object cycle(Frame frame, Object[] arguments) {
        if (!(arguments[0] instanceof PhpArray values)) {
            return arguments[0];
        }
        if (values.isEmpty()) {
            throw Fault.of("The \"cycle\" function expects a non-empty sequence.");
        }
        long position = Convert.integer(arguments[1]) % values.size();
        if (!values.has(position)) {
            frame.run().warn("Undefined array key " + position);
        }
        return values.get(position);
    }

    private static Object include(Frame frame, Object[] arguments) {
        Run run = frame.run();
        PhpArray added = arguments[1] == null ? PhpArray.EMPTY : Args.array(arguments[1], "include");
        boolean withContext = arguments[2] == null || Args.flag(arguments, 2);
        PhpArray variables = new PhpArray();
        run.chargeArray((long) frame.variables().size() + added.size());
        if (withContext) {
            variables = frame.variables().copy();
        }
        for (int i = 0; i < added.size(); i++) {
            variables.put(added.keyAt(i), added.valueAt(i));
        }
        Unit unit = unit(frame, arguments);
        return unit == null ? "" : rendered(run, unit, variables);
    }

    private static Unit unit(Frame frame, Object[] arguments) {
        try {
            return frame.run().resolve(arguments[0], frame.unit());
        } catch (Fault fault) {
            if (fault.isMissingTemplate() && Args.flag(arguments, 3)) {
                return null;
            }
            throw fault;
        }
    }

    private static String rendered(Run run, Unit unit, PhpArray variables) {
        StringBuilder outer = run.capture();
        try {
            unit.display(run, variables, Map.of());
            return run.captured();
        } finally {
            run.release(outer);
        }
    }

    private static Object source(Frame frame, Object[] arguments) {
        String name = Args.text(arguments, 0, "source");
        String source = frame.run().source(name);
        if (source == null && !Args.flag(arguments, 1)) {
            throw Fault.missingTemplate("Template \"" + name + "\" is not defined.");
        }
        return source;
    }

    private static Object noEnum(Frame frame, Object[] arguments) {
        throw Fault.of("\"" + Args.text(arguments, 0, "enum") + "\" is not an enum.");
    }

    private static Object noCases(Frame frame, Object[] arguments) {
        throw Fault.of("Enum \"" + Args.text(arguments, 0, "enum") + "\" does not exist.");
    }
}
