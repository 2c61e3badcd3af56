// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.value;

/** PHP's operators on bits: of integers, or of the bytes of two strings. */
public enum Bits {
    /** Both. */
    AND("&") {
        @Override
        long apply(long a, long b) {
            return a & b;
        }
    },
    /** At least one. */
    OR("|") {
        @Override
        long apply(long a, long b) {
            return a | b;
        }
    },
    /** Exactly one. */
    XOR("^") {
        @Override
        long apply(long a, long b) {
            return a ^ b;
        }
    };

    private final String sign;

    Bits(String sign) {
        this.sign = sign;
    }

    abstract long apply(long a, long b);

    /**
     * Combines two values.
     *
     * @param left any
     * @param right any
     * @param meter is told of warnings
     * @return an integer, or a string when both are strings
     */
    public Object combine(Object left, Object right, Meter meter) {
        if (left instanceof String a && right instanceof String b) {
            meter.charge((long) a.length() + b.length());
            return strings(Bytes.spread(a), Bytes.spread(b));
        }
        return apply(operand(left, left, right, meter), operand(right, left, right, meter));
    }

    private String strings(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        StringBuilder bytes = new StringBuilder(shorter);
        for (int i = 0; i < shorter; i++) {
            bytes.append((char) apply(a.charAt(i), b.charAt(i)));
        }
        if (this == OR) {
            bytes.append(a, shorter, a.length()).append(b, shorter, b.length());
        }
        return Bytes.join(bytes.toString());
    }

    private long operand(Object value, Object left, Object right, Meter meter) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return Convert.integer(value);
        }
        Number number = value instanceof String text ? NumericText.prefix(text) : null;
        if (number == null) {
            throw Arithmetic.unsupported(sign, left, right);
        }
        if (NumericText.parse((String) value) == null) {
            meter.warn("A non-numeric value encountered");
        }
        return Convert.integer(number);
    }
}
