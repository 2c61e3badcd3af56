// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.Markup;
import org.smartems.twig.internal.value.PhpArray;

/** A macro: what it writes becomes its value. */
public final class Macro {

    private static final String REST = "varargs";

    private final List<String> parameters;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Expr> defaults;
    private final Stmt body;

    /**
     * A macro.
     *
     * @param parameters their names
     * @param defaults as many; null stands for the value null
     * @param body what it writes
     */
    public Macro(List<String> parameters, List<Expr> defaults, Stmt body) {
        this.parameters = List.copyOf(parameters);
        for (int i = 0; i < parameters.size(); i++) {
            places.put(parameters.get(i), i);
        }
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
        Frame frame = new Frame(run, owner, Map.of(), PhpArray.EMPTY);
        run.step(parameters.size());
        PhpArray variables = new PhpArray(parameters.size() + 1);
        frame.take(variables);
        bind(frame, variables, positional, named);
        run.enter(body.depth());
        run.step(body.size());
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
        for (int i = 0; i < parameters.size(); i++) {
            String parameter = parameters.get(i);
            int given = named == null ? -1 : named.find(parameter);
            if (i < positional.length) {
                variables.put(parameter, positional[i]);
            } else if (given >= 0) {
                variables.put(parameter, named.valueAt(given));
            } else {
                Expr standard = defaults.get(i);
                variables.put(parameter, standard == null ? null : standard.eval(frame));
            }
        }
        variables.put(REST, rest(positional, named == null ? PhpArray.EMPTY : named));
    }

    private PhpArray rest(Object[] positional, PhpArray named) {
        if (positional.length <= parameters.size() && named.isEmpty()) {
            return PhpArray.EMPTY;
        }
        PhpArray rest = new PhpArray();
        for (int i = parameters.size(); i < positional.length; i++) {
            rest.add(positional[i]);
        }
        for (int i = 0; i < named.size(); i++) {
            Integer place = places.get(named.keyAt(i));
            if (place == null) {
                rest.put(named.keyAt(i), named.valueAt(i));
            } else if (place < positional.length) {
                throw Fault.thrown("Named parameter $" + named.keyAt(i) + " overwrites previous argument");
            }
        }
        return rest;
    }
}
