// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.run.Run;
import org.smartems.twig.internal.value.Fault;

/** An operator that needs both of its operands. */
public final class Binary extends Expr {

    /** What an operator does. */
    @FunctionalInterface
    public interface Operation {

        /**
         * Computes the value.
         *
         * @param left operand
         * @param right operand
         * @param run limits and warnings
         * @return a PHP value
         */
        Object apply(Object left, Object right, Run run);
    }

    private final Expr left;
    private final Expr right;
    private final Operation operation;

    /**
     * An operator.
     *
     * @param left operand
     * @param right operand
     * @param operation what it does
     * @param line where it stands
     */
    public Binary(Expr left, Expr right, Operation operation, int line) {
        super(line, left, right);
        this.left = left;
        this.right = right;
        this.operation = operation;
    }

    @Override
    public Object eval(Frame frame) {
        Object first = left.eval(frame);
        Object second = right.eval(frame);
        try {
            frame.run().operand(first);
            frame.run().operand(second);
            return operation.apply(first, second, frame.run());
        } catch (Fault fault) {
            throw fault.at(line());
        }
    }
}
