// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.value.Convert;

/** One of two values: {@code a ? b : c}, {@code a ?: c} and {@code a ?? c}. */
public final class Conditional extends Expr {

    private enum Kind {
        IF,
        TRUE_OR,
        SET_OR
    }

    private final Kind kind;
    private final Expr test;
    private final Expr yes;
    private final Expr no;

    private Conditional(Kind kind, Expr test, Expr yes, Expr no) {
        super(test.line(), test, yes == test ? null : yes, no);
        this.kind = kind;
        this.test = test;
        this.yes = yes;
        this.no = no;
    }

    /**
     * The operator {@code ? :}.
     *
     * @param test what decides
     * @param yes the value when it is true
     * @param no the value when it is false
     * @return the node
     */
    public static Conditional of(Expr test, Expr yes, Expr no) {
        return new Conditional(Kind.IF, test, yes, no);
    }

    /**
     * The operator {@code ?:}.
     *
     * @param value what decides, and the value when it is true
     * @param otherwise the value when it is false
     * @return the node
     */
    public static Conditional trueOr(Expr value, Expr otherwise) {
        return new Conditional(Kind.TRUE_OR, value, value, otherwise);
    }

    /**
     * The operator {@code ??}.
     *
     * @param value the value unless it is missing or null
     * @param otherwise the value then
     * @return the node
     */
    public static Conditional setOr(Expr value, Expr otherwise) {
        return new Conditional(Kind.SET_OR, value, value, otherwise);
    }

    @Override
    public Object eval(Frame frame) {
        if (kind == Kind.IF) {
            return Convert.truth(test.eval(frame)) ? yes.eval(frame) : no.eval(frame);
        }
        Object value = kind == Kind.SET_OR ? test.quiet(frame) : test.eval(frame);
        boolean taken = kind == Kind.SET_OR ? value != null : Convert.truth(value);
        if (!taken) {
            return no.eval(frame);
        }
        if (yes == test) {
            return value;
        }
        if (yes instanceof Escape escape) {
            return escape.apply(frame, value);
        }
        // some of what it may be is to be escaped
        frame.run().step(yes.size());
        return yes.eval(frame);
    }

    @Override
    public boolean isSafe(String strategy) {
        return yes.isSafe(strategy) && no.isSafe(strategy);
    }

    /**
     * Escapes only the side that is not safe, when one is.
     *
     * @param strategy such as {@code html}
     * @return the node to print
     */
    Expr escaped(String strategy) {
        if (yes.isSafe(strategy) == no.isSafe(strategy)) {
            return Escape.around(this, strategy);
        }
        return new Conditional(kind, test, Escape.of(yes, strategy), Escape.of(no, strategy));
    }
}
