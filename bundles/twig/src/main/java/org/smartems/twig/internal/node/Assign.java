// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import java.util.List;
import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.PhpArray;
import org.smartems.twig.internal.value.Types;

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

    private void spread(ArrayLiteral pattern, Object assigned, Frame frame) {
        long index = 0;
        for (ArrayLiteral.Element element : pattern.elements()) {
            Object found = element.key() == null ? place(assigned, index++) : member(assigned, element.key(), frame);
            if (element.value() instanceof Name name) {
                frame.set(name.name(), found);
            }
        }
    }

    /** A sequence that is too short is filled up with null. */
    private Object place(Object assigned, long index) {
        if (assigned instanceof PhpArray array) {
            return array.get(index);
        }
        throw Fault.thrown(
                        "array_pad(): Argument #1 ($array) must be of type array, " + Types.name(assigned) + " given")
                .at(line());
    }

    /** As with a dot: what is missing is an error where variables are strict. */
    private Object member(Object assigned, Expr key, Frame frame) {
        Literal owner = new Literal(assigned, line());
        return new Attribute(owner, key, Attribute.Kind.ANY, List.of(), false, line()).eval(frame);
    }

    private static void check(Expr target, int line) {
        if (target instanceof Name) {
            return;
        }
        if (!(target instanceof ArrayLiteral pattern)) {
            throw notAVariable(line);
        }
        for (ArrayLiteral.Element element : pattern.elements()) {
            if (element.spread()) {
                throw Fault.syntax("The spread operator cannot be assigned to.", line);
            }
            if (element.value() != null && !(element.value() instanceof Name)) {
                throw notAVariable(line);
            }
        }
    }

    private static Fault notAVariable(int line) {
        return Fault.syntax("Only variables can be assigned to.", line);
    }
}
