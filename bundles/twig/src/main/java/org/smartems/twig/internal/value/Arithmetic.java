// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.value;

/** PHP 8's arithmetic: integers turn into floats when they overflow. */
public final class Arithmetic {

    private Arithmetic() {}

    /**
     * The operator {@code +}: a sum, or the union of two arrays.
     *
     * @param left any
     * @param right any
     * @param meter is told of warnings
     * @return a number or an array
     */
    public static Object add(Object left, Object right, Meter meter) {
        if (left instanceof PhpArray a && right instanceof PhpArray b) {
            return union(a, b, meter);
        }
        Number a = operand(left, meter);
        Number b = operand(right, meter);
        check(a != null && b != null, "+", left, right);
        if (a instanceof Long x && b instanceof Long y) {
            long sum = x + y;
            return ((x ^ sum) & (y ^ sum)) < 0 ? (Object) ((double) x + (double) y) : (Object) sum;
        }
        return a.doubleValue() + b.doubleValue();
    }

    /**
     * The operator {@code -}.
     *
     * @param left any
     * @param right any
     * @param meter is told of warnings
     * @return a number
     */
    public static Object subtract(Object left, Object right, Meter meter) {
        Number a = operand(left, meter);
        Number b = operand(right, meter);
        check(a != null && b != null, "-", left, right);
        if (a instanceof Long x && b instanceof Long y) {
            long rest = x - y;
            return ((x ^ y) & (x ^ rest)) < 0 ? (Object) ((double) x - (double) y) : (Object) rest;
        }
        return a.doubleValue() - b.doubleValue();
    }

    /**
     * The operator {@code *}.
     *
     * @param left any
     * @param right any
     * @param meter is told of warnings
     * @return a number
     */
    public static Object multiply(Object left, Object right, Meter meter) {
        Number a = operand(left, meter);
        Number b = operand(right, meter);
        check(a != null && b != null, "*", left, right);
        return product(a, b);
    }

    /**
     * The operator {@code /}.
     *
     * @param left any
     * @param right any
     * @param meter is told of warnings
     * @return an integer when nothing remains, else a float
     */
    public static Object divide(Object left, Object right, Meter meter) {
        Number a = operand(left, meter);
        Number b = operand(right, meter);
        check(a != null && b != null, "/", left, right);
        if (b.doubleValue() == 0) {
            throw Fault.thrown("Division by zero");
        }
        if (a instanceof Long x && b instanceof Long y && x % y == 0 && !(x == Long.MIN_VALUE && y == -1)) {
            return x / y;
        }
        return a.doubleValue() / b.doubleValue();
    }

    /**
     * The operator {@code //}.
     *
     * @param left any
     * @param right any
     * @param meter is told of warnings
     * @return the quotient, rounded down
     */
    public static Object floorDivide(Object left, Object right, Meter meter) {
        Object quotient = divide(left, right, meter);
        return quotient instanceof Double real ? Convert.integer(Math.floor(real)) : quotient;
    }

    /**
     * The operator {@code %}.
     *
     * @param left any
     * @param right any
     * @param meter is told of warnings
     * @return the rest of the integers, with the sign of the left one
     */
    public static Object modulo(Object left, Object right, Meter meter) {
        Number first = operand(left, meter);
        Number second = operand(right, meter);
        check(first != null && second != null, "%", left, right);
        long a = Convert.integer(first);
        long b = Convert.integer(second);
        if (b == 0) {
            throw Fault.thrown("Modulo by zero");
        }
        return b == -1 ? 0L : a % b;
    }

    /**
     * The operator {@code **}.
     *
     * @param left any
     * @param right any
     * @param meter is told of warnings
     * @return an integer as long as it fits
     */
    public static Object power(Object left, Object right, Meter meter) {
        Number a = operand(left, meter);
        Number b = operand(right, meter);
        check(a != null && b != null, "**", left, right);
        if (a instanceof Long x && b instanceof Long y && y >= 0) {
            return power(x, y);
        }
        return Math.pow(a.doubleValue(), b.doubleValue());
    }

    private static Object power(long base, long exponent) {
        Number result = 1L;
        Number square = base;
        long left = exponent;
        while (left > 0) {
            if ((left & 1) == 1) {
                result = product(result, square);
                left--;
            } else {
                square = product(square, square);
                left >>= 1;
            }
            if (result instanceof Double || square instanceof Double) {
                return result.doubleValue() * Math.pow(square.doubleValue(), left);
            }
        }
        return result;
    }

    private static Number product(Number a, Number b) {
        if (a instanceof Long x && b instanceof Long y) {
            long low = x * y;
            return Math.multiplyHigh(x, y) == low >> (Long.SIZE - 1)
                    ? (Number) low
                    : (Number) ((double) x * (double) y);
        }
        return a.doubleValue() * b.doubleValue();
    }

    private static Object union(PhpArray a, PhpArray b, Meter meter) {
        meter.charge(12L * (a.size() + b.size()));
        PhpArray both = a.copy();
        for (int i = 0; i < b.size(); i++) {
            if (!both.has(b.keyAt(i))) {
                both.put(b.keyAt(i), b.valueAt(i));
            }
        }
        return both;
    }

    /** Null for what is no operand. */
    private static Number operand(Object value, Meter meter) {
        if (value instanceof Number number) {
            return number;
        }
        if (value == null) {
            return 0L;
        }
        if (value instanceof Boolean bool) {
            return bool ? 1L : 0L;
        }
        return value instanceof String text ? number(text, meter) : null;
    }

    private static Number number(String text, Meter meter) {
        Number number = NumericText.parse(text);
        if (number == null) {
            number = NumericText.prefix(text);
            if (number != null) {
                meter.warn("A non-numeric value encountered");
            }
        }
        return number;
    }

    private static void check(boolean supported, String operator, Object left, Object right) {
        if (!supported) {
            throw unsupported(operator, left, right);
        }
    }

    /**
     * What PHP says of operands that an operator does not take.
     *
     * @param operator as it is written
     * @param left any
     * @param right any
     * @return to throw
     */
    static Fault unsupported(String operator, Object left, Object right) {
        return Fault.thrown(
                "Unsupported operand types: " + Types.name(left) + " " + operator + " " + Types.name(right));
    }
}
