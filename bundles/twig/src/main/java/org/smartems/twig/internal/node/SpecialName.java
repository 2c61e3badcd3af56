// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;

/** A variable that is always there. */
public final class SpecialName extends Expr implements Expr.Definable {

    /** Which one. */
    public enum Kind {
        /** The name of the template. */
        SELF,
        /** All variables. */
        CONTEXT,
        /** The character set. */
        CHARSET
    }

    private final Kind kind;

    /**
     * A variable that is always there.
     *
     * @param kind which one
     * @param line where it stands
     */
    public SpecialName(Kind kind, int line) {
        super(line);
        this.kind = kind;
    }

    /**
     * Which one.
     *
     * @return never null
     */
    public Kind kind() {
        return kind;
    }

    @Override
    public Object eval(Frame frame) {
        return switch (kind) {
            case SELF -> frame.unit().name();
            case CONTEXT -> frame.snapshot();
            case CHARSET -> "UTF-8";
        };
    }

    @Override
    public boolean isDefined(Frame frame) {
        return true;
    }
}
