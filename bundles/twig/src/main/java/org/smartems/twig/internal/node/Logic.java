// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.value.Convert;

/** The operators {@code and} and {@code or}, which look at the right side only when they have to. */
public final class Logic extends Expr {

    private final Expr left;
    private final Expr right;
    private final boolean decided;

    private Logic(Expr left, Expr right, boolean decided, int line) {
        super(line, left, right);
        this.left = left;
        this.right = right;
        this.decided = decided;
    }

    /**
     * The operator {@code and}.
     *
     * @param left operand
     * @param right operand
     * @param line where it stands
     * @return the node
     */
    public static Expr and(Expr left, Expr right, int line) {
        return new Logic(left, right, false, line);
    }

    /**
     * The operator {@code or}.
     *
     * @param left operand
     * @param right operand
     * @param line where it stands
     * @return the node
     */
    public static Expr or(Expr left, Expr right, int line) {
        return new Logic(left, right, true, line);
    }

    @Override
    public Object eval(Frame frame) {
        if (Convert.truth(left.eval(frame)) == decided) {
            return decided;
        }
        return Convert.truth(right.eval(frame));
    }
}
