// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.run.Stmt;

/** The tags {@code do} and {@code deprecated}: computes a value and drops it. */
public final class Do extends Stmt {

    private final Expr value;

    /**
     * The tag.
     *
     * @param value what is computed
     * @param line where it stands
     */
    public Do(Expr value, int line) {
        super(line);
        this.value = value;
    }

    @Override
    public void render(Frame frame) {
        value.eval(frame);
    }

    @Override
    public int size() {
        return Expr.sum(value.size(), 1);
    }

    @Override
    public int depth() {
        return value.depth() + 1;
    }
}
