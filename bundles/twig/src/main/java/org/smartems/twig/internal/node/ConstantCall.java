// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.value.Convert;

/** The function {@code constant}, which can be asked whether there is one. */
public final class ConstantCall extends Expr implements Expr.Definable {

    private final Expr value;
    private final Expr known;

    /**
     * The function.
     *
     * @param value call for the value
     * @param known call that says whether there is one
     */
    public ConstantCall(Expr value, Expr known) {
        super(value.line(), value, known);
        this.value = value;
        this.known = known;
    }

    @Override
    public Object eval(Frame frame) {
        return value.eval(frame);
    }

    @Override
    public boolean isDefined(Frame frame) {
        return Convert.truth(known.eval(frame));
    }
}
