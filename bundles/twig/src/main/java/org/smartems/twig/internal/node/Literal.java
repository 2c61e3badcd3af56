// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;

/** A constant. */
public final class Literal extends Expr implements Expr.Definable {

    private final Object value;

    /**
     * A constant.
     *
     * @param value a scalar or null
     * @param line where it stands
     */
    public Literal(Object value, int line) {
        super(line);
        this.value = value;
    }

    /**
     * What it is.
     *
     * @return a scalar or null
     */
    public Object value() {
        return value;
    }

    @Override
    public Object eval(Frame frame) {
        return value;
    }

    @Override
    public boolean isDefined(Frame frame) {
        return true;
    }

    @Override
    public boolean isSafe(String strategy) {
        return true;
    }
}
