// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.value.Markup;
import org.smartems.twig.internal.value.PhpArray;

/** The filter {@code default}. */
public final class DefaultValue extends Expr {

    private final Expr value;
    private final Expr standard;

    /**
     * A value that may be missing.
     *
     * @param value any expression
     * @param standard the value when it is missing or empty
     * @param line where it stands
     */
    public DefaultValue(Expr value, Expr standard, int line) {
        super(line, value, standard);
        this.value = value;
        this.standard = standard;
    }

    @Override
    public Object eval(Frame frame) {
        Object given = value.quiet(frame);
        Object other = standard.eval(frame);
        return isEmpty(given) ? other : given;
    }

    /**
     * The test {@code empty}.
     *
     * @param value any
     * @return true for null, false, "" and an empty array
     */
    public static boolean isEmpty(Object value) {
        return value == null
                || value instanceof String text && text.isEmpty()
                || value == Boolean.FALSE
                || value instanceof PhpArray array && array.isEmpty()
                || value instanceof Markup markup && markup.toString().isEmpty();
    }
}
