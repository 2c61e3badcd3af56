// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import java.util.List;
import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.run.Stmt;

/** The tag {@code set} with values. */
public final class SetValues extends Stmt {

    private final String[] names;
    private final List<Expr> values;

    /**
     * The tag.
     *
     * @param names of the variables
     * @param values as many
     * @param line where it stands
     */
    public SetValues(List<String> names, List<Expr> values, int line) {
        super(line);
        this.names = names.toArray(new String[0]);
        this.values = List.copyOf(values);
    }

    @Override
    public void render(Frame frame) {
        if (names.length == 1) {
            frame.set(names[0], values.get(0).eval(frame));
            return;
        }
        Object[] assigned = ArrayLiteral.values(values, frame);
        for (int i = 0; i < names.length; i++) {
            frame.set(names[i], assigned[i]);
        }
    }

    @Override
    public int size() {
        return ArrayLiteral.size(values);
    }

    @Override
    public int depth() {
        return ArrayLiteral.deepest(values).depth() + 1;
    }
}
