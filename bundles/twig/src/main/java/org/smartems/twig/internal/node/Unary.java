// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.value.Arithmetic;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;

/** An operator with one operand. */
public final class Unary extends Expr {

    /** Which one. */
    public enum Kind {
        /** The opposite truth. */
        NOT,
        /** The opposite number. */
        MINUS,
        /** The number. */
        PLUS
    }

    private final Kind kind;
    private final Expr operand;

    /**
     * An operator with one operand.
     *
     * @param kind which one
     * @param operand its operand
     * @param line where it stands
     */
    public Unary(Kind kind, Expr operand, int line) {
        super(line, operand);
        this.kind = kind;
        this.operand = operand;
    }

    /**
     * Which one.
     *
     * @return never null
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Its operand.
     *
     * @return never null
     */
    public Expr operand() {
        return operand;
    }

    @Override
    public Object eval(Frame frame) {
        Object value = operand.eval(frame);
        if (kind == Kind.NOT) {
            return !Convert.truth(value);
        }
        try {
            frame.run().operand(value);
            return Arithmetic.multiply(value, kind == Kind.MINUS ? -1L : 1L, frame.run());
        } catch (Fault fault) {
            throw fault.at(line());
        }
    }

    /**
     * Whether it makes a number of a number, as in a default value.
     *
     * @return false for {@code not}
     */
    public boolean isSign() {
        return kind != Kind.NOT;
    }
}
