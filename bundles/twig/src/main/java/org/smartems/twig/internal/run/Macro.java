// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.run;

import java.util.List;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.Markup;
import org.smartems.twig.internal.value.PhpArray;

/** A macro: what it writes becomes its value. */
public final class Macro {

    private static final String REST = "varargs";

    private final String name;
    private final List<String> parameters;
    private final List<Expr> defaults;
    private final Stmt body;

    /**
     * A macro.
     *
     * @param name of it
     * @param parameters their names
     * @param defaults as many; null stands for the value null
     * @param body what it writes
     */
    public Macro(String name, List<String> parameters, List<Expr> defaults, Stmt body) {
        this.name = name;
        this.parameters = List.copyOf(parameters);
        this.defaults = defaults;
        this.body = body;
    }

    /**
     * Calls it.
     *
     * @param run of the caller
     * @param owner the template it was written in
     * @param positional arguments without a name
     * @param named arguments with a name; may be null
     * @return markup
     */
    Object call(Run run, Unit owner, Object[] positional, PhpArray named) {
        Frame frame = new Frame(run, owner, java.util.Map.of(), PhpArray.EMPTY);
        PhpArray variables = new PhpArray(parameters.size() + 1);
        frame.take(variables);
        bind(frame, variables, positional, named);
        run.enter(body.depth());
        StringBuilder outer = run.capture();
        try {
            body.render(frame);
            return Markup.of(run.captured());
        } catch (Fault fault) {
            throw fault.at(owner.name(), 0);
        } finally {
            run.release(outer);
            run.leave(body.depth());
        }
    }

    private void bind(Frame frame, PhpArray variables, Object[] positional, PhpArray named) {
        PhpArray open = named == null ? PhpArray.EMPTY : named;
        for (int i = 0; i < parameters.size(); i++) {
            String parameter = parameters.get(i);
            int given = open.find(parameter);
            if (i < positional.length) {
                variables.put(parameter, positional[i]);
            } else if (given >= 0) {
                variables.put(parameter, open.valueAt(given));
                open = open.without(parameter);
            } else {
                Expr standard = defaults.get(i);
                variables.put(parameter, standard == null ? null : standard.eval(frame));
            }
        }
        variables.put(REST, rest(positional, open));
    }

    private PhpArray rest(Object[] positional, PhpArray open) {
        if (positional.length <= parameters.size() && open.isEmpty()) {
            return PhpArray.EMPTY;
        }
        PhpArray rest = new PhpArray();
        for (int i = parameters.size(); i < positional.length; i++) {
            rest.add(positional[i]);
        }
        for (int i = 0; i < open.size(); i++) {
            if (parameters.contains(Convert.argument(open.keyAt(i), name))) {
                throw Fault.thrown("Named parameter $" + open.keyAt(i) + " overwrites previous argument");
            }
            rest.put(open.keyAt(i), open.valueAt(i));
        }
        return rest;
    }
}
