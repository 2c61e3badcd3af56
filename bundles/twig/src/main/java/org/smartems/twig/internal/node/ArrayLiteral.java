// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import java.util.ArrayList;
import java.util.List;
import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.PhpArray;
import org.smartems.twig.internal.value.Types;

/** A sequence or a mapping that is written out. */
public final class ArrayLiteral extends Expr implements Expr.Definable {

    /**
     * An element.
     *
     * @param key null for the next number
     * @param value what it is; null leaves a place of a destructuring empty
     * @param spread whether the value's elements are meant
     */
    public record Element(Expr key, Expr value, boolean spread) {}

    private final Element[] elements;

    /**
     * A sequence or a mapping.
     *
     * @param elements in their order
     * @param line where it stands
     */
    public ArrayLiteral(List<Element> elements, int line) {
        super(line, all(elements));
        this.elements = elements.toArray(new Element[0]);
    }

    /**
     * What is written.
     *
     * @return in its order
     */
    public List<Element> elements() {
        return List.of(elements);
    }

    @Override
    public Object eval(Frame frame) {
        PhpArray array = new PhpArray(elements.length);
        frame.run().chargeArray(elements.length);
        for (Element element : elements) {
            if (element.value == null) {
                throw Fault.of("A sequence has an empty element.").at(line());
            }
            Object value = element.value.eval(frame);
            if (element.spread) {
                spread(array, value, frame);
            } else if (element.key == null) {
                array.add(value);
            } else {
                array.put(key(element.key, frame), value);
            }
        }
        return array;
    }

    @Override
    public boolean isDefined(Frame frame) {
        return true;
    }

    /**
     * Whether all of it is known when the template is compiled.
     *
     * @return false when a variable occurs
     */
    public boolean isConstant() {
        for (Element element : elements) {
            boolean key = element.key == null || isConstant(element.key);
            if (!key || element.value == null || element.spread || !isConstant(element.value)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a value is known when the template is compiled.
     *
     * @param expr any
     * @return true for constants, also with a sign, and arrays of these
     */
    public static boolean isConstant(Expr expr) {
        if (expr instanceof ArrayLiteral array) {
            return array.isConstant();
        }
        return expr instanceof Literal || expr instanceof Unary unary && unary.isSign() && isConstant(unary.operand());
    }

    /** The values of expressions. */
    static Object[] values(List<Expr> expressions, Frame frame) {
        Object[] values = new Object[expressions.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = expressions.get(i).eval(frame);
        }
        return values;
    }

    /** The nodes of expressions, and one. */
    static int size(List<Expr> expressions) {
        int size = 1;
        for (Expr expr : expressions) {
            size = sum(size, expr.size());
        }
        return size;
    }

    /** The expression with most levels; null for none. */
    static Expr deepest(List<Expr> expressions) {
        Expr deepest = null;
        for (Expr expr : expressions) {
            deepest = deepest == null || expr.depth() > deepest.depth() ? expr : deepest;
        }
        return deepest;
    }

    private Object key(Expr key, Frame frame) {
        try {
            return Convert.key(key.eval(frame));
        } catch (Fault fault) {
            throw fault.at(line());
        }
    }

    private void spread(PhpArray array, Object value, Frame frame) {
        if (!(value instanceof PhpArray more)) {
            throw Fault.thrown("Only arrays and Traversables can be unpacked, " + Types.name(value) + " given")
                    .at(line());
        }
        frame.run().chargeArray((long) array.size() + more.size());
        for (int i = 0; i < more.size(); i++) {
            if (more.keyAt(i) instanceof String name) {
                array.put(name, more.valueAt(i));
            } else {
                array.add(more.valueAt(i));
            }
        }
    }

    private static Expr[] all(List<Element> elements) {
        List<Expr> all = new ArrayList<>();
        for (Element element : elements) {
            all.add(element.key);
            all.add(element.value);
        }
        return all.toArray(new Expr[0]);
    }
}
