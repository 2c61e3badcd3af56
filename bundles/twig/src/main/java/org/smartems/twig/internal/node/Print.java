// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.run.Stmt;
import org.smartems.twig.internal.value.Convert;

/** Writes a value. */
public final class Print extends Stmt {

    private final Expr value;

    /**
     * Writes a value.
     *
     * @param value what
     * @param line where it stands
     */
    public Print(Expr value, int line) {
        super(line);
        this.value = value;
    }

    @Override
    public void render(Frame frame) {
        frame.run().write(Convert.text(value.eval(frame), frame.run()));
    }

    @Override
    public int size() {
        return Expr.sum(value.size(), 1);
    }

    @Override
    public int depth() {
        return value.depth() + 1;
    }

    @Override
    public Stmt silent(boolean nested) {
        throw Text.output(line());
    }
}
