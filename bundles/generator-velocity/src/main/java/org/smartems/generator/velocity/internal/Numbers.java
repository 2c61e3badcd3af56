// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import java.util.regex.Pattern;

/** Integers of 64 bits and floating point numbers; what does not fit is refused. */
final class Numbers {

    static final int LONGEST = 40;
    private static final Pattern FORM = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");

    private Numbers() {}

    /** The number that a value is or reads as; null when it does not. */
    static Number orNull(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return ((Number) value).doubleValue();
        }
        if (value instanceof Long || value instanceof Integer) {
            return ((Number) value).longValue();
        }
        // huge literals come as such
        if (value instanceof Number) {
            throw new Refusal("A number is too large");
        }
        return value instanceof String text && text.length() <= LONGEST ? parsed(text.strip()) : null;
    }

    private static Number parsed(String text) {
        if (text.isEmpty() || !FORM.matcher(text).matches()) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return Double.valueOf(text);
        }
    }

    static int compare(Number left, Number right) {
        if (left instanceof Long first && right instanceof Long second) {
            return Long.compare(first, second);
        }
        return Double.compare(left.doubleValue() + 0.0, right.doubleValue() + 0.0);
    }

    static Number calculate(char operator, Number left, Number right) {
        if ((operator == '/' || operator == '%') && right.doubleValue() == 0) {
            throw new Refusal("Division by zero");
        }
        if (left instanceof Long first && right instanceof Long second) {
            return integer(operator, first, second);
        }
        return floating(operator, left.doubleValue(), right.doubleValue());
    }

    private static long integer(char operator, long left, long right) {
        try {
            return switch (operator) {
                case '+' -> Math.addExact(left, right);
                case '-' -> Math.subtractExact(left, right);
                case '*' -> Math.multiplyExact(left, right);
                case '/' -> right == -1 ? Math.negateExact(left) : left / right;
                default -> left % right;
            };
        } catch (ArithmeticException e) {
            throw new Refusal("A number is too large");
        }
    }

    private static double floating(char operator, double left, double right) {
        return switch (operator) {
            case '+' -> left + right;
            case '-' -> left - right;
            case '*' -> left * right;
            case '/' -> left / right;
            default -> left % right;
        };
    }
}
