// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.run.Run;
import org.smartems.twig.internal.run.Stmt;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.PhpArray;

/** The tag {@code with}. */
public final class With extends Stmt {

    private final Expr variables;
    private final boolean only;
    private final Sequence body;

    /**
     * The tag.
     *
     * @param variables to be added; may be null
     * @param only whether the other variables are hidden
     * @param body what sees them
     * @param line where it stands
     */
    public With(Expr variables, boolean only, Sequence body, int line) {
        super(line);
        this.variables = variables;
        this.only = only;
        this.body = body;
    }

    @Override
    public void render(Frame frame) {
        PhpArray before = frame.snapshot();
        if (variables != null) {
            if (!(variables.eval(frame) instanceof PhpArray added)) {
                throw Fault.of("Variables passed to the \"with\" tag must be a mapping.");
            }
            frame.take(merge(only ? PhpArray.EMPTY : before, added, frame.run()));
        }
        body.render(frame);
        frame.restore(before);
    }

    /** Variables with others added, which win. */
    static PhpArray merge(PhpArray variables, PhpArray added, Run run) {
        run.chargeArray((long) variables.size() + added.size());
        PhpArray merged = variables.copy();
        for (int i = 0; i < added.size(); i++) {
            merged.put(added.keyAt(i), added.valueAt(i));
        }
        return merged;
    }

    @Override
    public int size() {
        return Expr.sum(body.size(), variables == null ? 1 : variables.size());
    }

    @Override
    public int depth() {
        return Math.max(body.depth(), variables == null ? 0 : variables.depth()) + 1;
    }

    @Override
    public Stmt silent(boolean nested) {
        return new With(variables, only, Sequence.silentBody(body), line());
    }
}
