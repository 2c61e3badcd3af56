// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.smartems.twig.internal.run.Definition;
import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.PhpArray;
import org.smartems.twig.internal.value.Types;

/** The arguments of a call, brought into the order of the parameters. */
public final class Arguments {

    /**
     * An argument as it is written.
     *
     * @param name null for a positional one
     * @param value of it
     * @param spread whether the value's elements are meant
     */
    public record Given(String name, Expr value, boolean spread) {}

    /**
     * What is called.
     *
     * @param what filter, function or test, for messages
     * @param definition of it
     * @param line where it stands
     */
    public record Callee(String what, Definition definition, int line) {

        private String shown() {
            return what + " \"" + definition.name();
        }

        private String signature() {
            return shown() + "(" + String.join(", ", definition.parameters()) + ")\"";
        }
    }

    private final Expr[] expressions;
    private final Expr spread;
    private final int length;

    private Arguments(Expr[] expressions, Expr spread, int length) {
        this.expressions = expressions;
        this.spread = spread;
        this.length = length;
    }

    /**
     * Assigns what is given to the parameters.
     *
     * @param callee what is called
     * @param value of a filter or test; null for a function
     * @param given the arguments as they are written
     * @return in the order of the parameters
     */
    public static Arguments bind(Callee callee, Expr value, List<Given> given) {
        List<Expr> bound = new ArrayList<>();
        if (value != null) {
            bound.add(value);
        }
        int offset = bound.size();
        Expr spread = null;
        int positional = Integer.MAX_VALUE;
        for (Given argument : given) {
            if (argument.spread) {
                spread = argument.value;
            } else if (argument.name != null) {
                positional = Math.min(positional, bound.size());
                place(bound, positional, argument, callee);
            } else if (positional < Integer.MAX_VALUE) {
                throw Fault.syntax(
                        "Positional arguments cannot be used after named arguments for " + callee.shown() + "\".",
                        argument.value.line());
            } else {
                bound.add(argument.value);
            }
        }
        if (spread == null) {
            check(callee, bound, offset);
        }
        int length = offset + callee.definition.parameters().size();
        Expr[] expressions = bound.toArray(new Expr[0]);
        boolean variadic = callee.definition.variadic();
        return new Arguments(expressions, spread, variadic ? Math.max(length, expressions.length) : length);
    }

    /** The expressions; null for what was not given. */
    Expr[] all() {
        Expr[] all = Arrays.copyOf(expressions, expressions.length + 1);
        all[expressions.length] = spread;
        return all;
    }

    /** The values; null for what was not given. */
    Object[] values(Frame frame) {
        if (spread != null) {
            return spreadValues(frame);
        }
        Object[] values = new Object[length];
        int count = Math.min(length, expressions.length);
        for (int i = 0; i < count; i++) {
            values[i] = expressions[i] == null ? null : expressions[i].eval(frame);
        }
        return values;
    }

    private Object[] spreadValues(Frame frame) {
        List<Object> values = new ArrayList<>();
        for (Expr expression : expressions) {
            values.add(expression == null ? null : expression.eval(frame));
        }
        Object more = spread.eval(frame);
        if (!(more instanceof PhpArray array)) {
            throw Fault.thrown("Only arrays and Traversables can be unpacked, " + Types.name(more) + " given");
        }
        frame.run().chargeArray(array.size());
        for (int i = 0; i < array.size(); i++) {
            values.add(array.valueAt(i));
        }
        while (values.size() < length) {
            values.add(null);
        }
        return values.toArray();
    }

    private static int index(Callee callee, Given argument) {
        int index = callee.definition.parameters().indexOf(snake(argument.name));
        if (index < 0) {
            throw Fault.syntax(
                    "Unknown argument \"" + argument.name + "\" for " + callee.signature() + ".",
                    argument.value.line());
        }
        return index;
    }

    private static void place(List<Expr> bound, int positional, Given argument, Callee callee) {
        int index = (callee.what.equals("function") ? 0 : 1) + index(callee, argument);
        while (bound.size() <= index) {
            bound.add(null);
        }
        if (index < positional) {
            throw Fault.syntax(
                    "Argument \"" + argument.name + "\" is defined twice for " + callee.shown() + "\".",
                    argument.value.line());
        }
        bound.set(index, argument.value);
    }

    private static void check(Callee callee, List<Expr> bound, int offset) {
        for (int i = 0; i < callee.definition.required(); i++) {
            int position = offset + i;
            if (position >= bound.size() || bound.get(position) == null) {
                String parameter = callee.definition.parameters().get(i);
                throw Fault.syntax(
                        "Value for argument \"" + parameter + "\" is required for " + callee.shown() + "\".",
                        callee.line);
            }
        }
    }

    /** Turns {@code camelCase} into {@code snake_case}. */
    static String snake(String name) {
        StringBuilder snake = new StringBuilder(name.length() + 2);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c)) {
                snake.append(i == 0 || name.charAt(i - 1) == '_' ? "" : "_").append(Character.toLowerCase(c));
            } else {
                snake.append(c);
            }
        }
        return snake.toString();
    }
}
