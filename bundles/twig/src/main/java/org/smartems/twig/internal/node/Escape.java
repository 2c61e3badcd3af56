// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.text.Escaper;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.Markup;

/** What automatic escaping puts around an expression. */
public final class Escape extends Expr {

    private final Expr inner;
    private final String strategy;

    private Escape(Expr inner, String strategy) {
        super(inner.line(), inner);
        this.inner = inner;
        this.strategy = strategy;
    }

    /**
     * Escapes an expression unless it is safe.
     *
     * @param inner any
     * @param strategy such as {@code html}
     * @return the expression itself when it is safe
     */
    public static Expr of(Expr inner, String strategy) {
        if (inner instanceof Conditional conditional) {
            return conditional.escaped(strategy);
        }
        return around(inner, strategy);
    }

    static Expr around(Expr inner, String strategy) {
        return inner.isSafe(strategy) ? inner : new Escape(inner, strategy);
    }

    @Override
    public Object eval(Frame frame) {
        return apply(frame, inner.eval(frame));
    }

    Object apply(Frame frame, Object value) {
        if (value instanceof Markup) {
            return value;
        }
        try {
            return Escaper.escape(value, strategy, frame.run());
        } catch (Fault fault) {
            throw fault.at(line());
        }
    }

    @Override
    public boolean isSafe(String other) {
        return true;
    }
}
