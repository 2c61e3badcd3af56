// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.PhpArray;

/** An assignment inside of an expression, to a variable or to the variables of a pattern. */
public final class Assign extends Expr {

    private final Expr target;
    private final Expr value;

    /**
     * An assignment.
     *
     * @param target a name or a pattern of names
     * @param value what is assigned
     * @param line where it stands
     */
    public Assign(Expr target, Expr value, int line) {
        super(line, target, value);
        check(target, line);
        this.target = target;
        this.value = value;
    }

    @Override
    public Object eval(Frame frame) {
        Object assigned = value.eval(frame);
        if (target instanceof Name name) {
            frame.set(name.name(), assigned);
        } else {
            spread((ArrayLiteral) target, assigned, frame);
        }
        return assigned;
    }

    private static void spread(ArrayLiteral pattern, Object assigned, Frame frame) {
        PhpArray array = assigned instanceof PhpArray given ? given : PhpArray.EMPTY;
        long index = 0;
        for (ArrayLiteral.Element element : pattern.elements()) {
            Object key = element.key() == null
                    ? (Object) index++
                    : Convert.key(element.key().eval(frame));
            if (element.value() instanceof Name name) {
                frame.set(name.name(), array.get(key));
            } else if (element.value() instanceof ArrayLiteral inner) {
                spread(inner, array.get(key), frame);
            }
        }
    }

    private static void check(Expr target, int line) {
        if (target instanceof Name) {
            return;
        }
        if (!(target instanceof ArrayLiteral pattern)) {
            throw Fault.syntax("Only variables can be assigned to.", line);
        }
        for (ArrayLiteral.Element element : pattern.elements()) {
            if (element.spread()) {
                throw Fault.syntax("The spread operator cannot be assigned to.", line);
            }
            if (element.value() != null) {
                check(element.value(), line);
            }
        }
    }
}
