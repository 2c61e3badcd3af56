// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import java.util.ArrayList;
import java.util.List;
import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.run.Run;
import org.smartems.twig.internal.run.Unit;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.PhpArray;
import org.smartems.twig.internal.value.Types;

/** A call of a macro. */
public final class MacroCall extends Expr implements Expr.Definable {

    private final String from;
    private final Expr macro;
    private final List<Arguments.Given> arguments;

    /**
     * A call of a macro.
     *
     * @param from name of the import; null for this template
     * @param macro expression of its name
     * @param arguments as they are written
     * @param line where it stands
     */
    public MacroCall(String from, Expr macro, List<Arguments.Given> arguments, int line) {
        super(line, children(macro, arguments));
        this.from = from;
        this.macro = macro;
        this.arguments = List.copyOf(arguments);
    }

    @Override
    public Object eval(Frame frame) {
        try {
            List<Object> positional = new ArrayList<>(arguments.size());
            PhpArray named = collect(frame, positional);
            return unit(frame).callMacro(frame, name(frame), positional.toArray(), named);
        } catch (Fault fault) {
            throw fault.at(frame.unit().name(), line());
        }
    }

    @Override
    public boolean isDefined(Frame frame) {
        Unit unit = from == null ? frame.unit() : frame.imported(from);
        return unit != null && unit.hasMacro(name(frame));
    }

    @Override
    public boolean isSafe(String strategy) {
        return true;
    }

    private String name(Frame frame) {
        return Convert.text(macro.eval(frame), frame.run());
    }

    private Unit unit(Frame frame) {
        Unit unit = from == null ? frame.unit() : frame.imported(from);
        if (unit == null) {
            throw Fault.of("The macros of \"" + from + "\" are not imported here.");
        }
        return unit;
    }

    private PhpArray collect(Frame frame, List<Object> positional) {
        PhpArray named = null;
        for (Arguments.Given argument : arguments) {
            Object value = argument.value().eval(frame);
            if (argument.spread()) {
                named = spread(value, positional, named, frame.run());
            } else if (argument.name() == null) {
                positional.add(value);
            } else {
                named = named == null ? new PhpArray() : named;
                named.put(argument.name(), value);
            }
        }
        return named;
    }

    private static PhpArray spread(Object value, List<Object> positional, PhpArray given, Run run) {
        if (!(value instanceof PhpArray array)) {
            throw Fault.thrown("Only arrays and Traversables can be unpacked, " + Types.name(value) + " given");
        }
        run.chargeArray(array.size());
        PhpArray named = given;
        for (int i = 0; i < array.size(); i++) {
            if (array.keyAt(i) instanceof String name) {
                named = named == null ? new PhpArray() : named;
                named.put(name, array.valueAt(i));
            } else {
                positional.add(array.valueAt(i));
            }
        }
        return named;
    }

    private static Expr[] children(Expr macro, List<Arguments.Given> arguments) {
        List<Expr> children = new ArrayList<>();
        children.add(macro);
        arguments.forEach(argument -> children.add(argument.value()));
        return children.toArray(new Expr[0]);
    }
}
