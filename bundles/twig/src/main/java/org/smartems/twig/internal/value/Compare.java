// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.value;

import java.util.Objects;

/** PHP 8's comparisons. */
public final class Compare {

    private static final int UNCOMPARABLE = 1;

    private Compare() {}

    /**
     * The operator {@code <=>}; what cannot be compared counts as greater.
     *
     * @param left any
     * @param right any
     * @param meter is told of what is gone through
     * @return -1, 0 or 1
     */
    public static int order(Object left, Object right, Meter meter) {
        if (left instanceof Long a && right instanceof Long b) {
            return Long.compare(a, b);
        }
        if (left instanceof String a && right instanceof String b) {
            return strings(a, b, meter);
        }
        if (left instanceof Markup || right instanceof Markup) {
            return markup(left, right, meter);
        }
        if (left instanceof Number a && right instanceof Number b) {
            return numbers(a.doubleValue(), b.doubleValue());
        }
        return mixed(left, right, meter);
    }

    /**
     * The operator {@code ==}.
     *
     * @param left any
     * @param right any
     * @param meter is told of what is gone through
     * @return whether PHP takes them for equal
     */
    public static boolean equal(Object left, Object right, Meter meter) {
        if (left instanceof String a && right instanceof String b) {
            meter.scan(a.length() == b.length() ? a.length() : 0);
            return a.equals(b) || mayBeNumber(a) && mayBeNumber(b) && strings(a, b, meter) == 0;
        }
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return a.equals(b);
        }
        return order(left, right, meter) == 0;
    }

    /**
     * The operator {@code ===}.
     *
     * @param left any
     * @param right any
     * @param meter is told of what is gone through
     * @return whether type and value are the same
     */
    public static boolean identical(Object left, Object right, Meter meter) {
        if (left == right) {
            return !(left instanceof Double number && number.isNaN());
        }
        if (left instanceof PhpArray a && right instanceof PhpArray b) {
            return identicalArrays(a, b, meter);
        }
        if (left instanceof Double a && right instanceof Double b) {
            return a.doubleValue() == b.doubleValue();
        }
        if (left instanceof String a && right instanceof String b) {
            meter.scan(a.length() == b.length() ? a.length() : 0);
        }
        return isScalar(left) && Objects.equals(left, right);
    }

    /**
     * Compares bytes, not numbers.
     *
     * @param left any
     * @param right any
     * @param meter is told of what is gone through
     * @return -1, 0 or 1
     */
    public static int bytes(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return Character.isSurrogate(a) != Character.isSurrogate(b)
                        ? Character.isSurrogate(a) ? 1 : -1
                        : Integer.signum(a - b);
            }
        }
        return Integer.signum(left.length() - right.length());
    }

    private static boolean isScalar(Object value) {
        return value instanceof String || value instanceof Long || value instanceof Boolean;
    }

    private static boolean identicalArrays(PhpArray a, PhpArray b, Meter meter) {
        if (a.size() != b.size()) {
            return false;
        }
        meter.deeper();
        boolean same = true;
        for (int i = 0; i < a.size() && same; i++) {
            meter.step(1);
            same = a.keyAt(i).equals(b.keyAt(i)) && identical(a.valueAt(i), b.valueAt(i), meter);
        }
        meter.shallower();
        return same;
    }

    /** Markup is an object in PHP: compared by its text with texts, as 1 with numbers, above arrays. */
    private static int markup(Object left, Object right, Meter meter) {
        if (isTextLike(left) && isTextLike(right)) {
            return strings(left.toString(), right.toString(), meter);
        }
        if (left == null || right == null || left instanceof Boolean || right instanceof Boolean) {
            return Boolean.compare(
                    left instanceof Markup || Convert.truth(left), right instanceof Markup || Convert.truth(right));
        }
        if (left instanceof Number || right instanceof Number) {
            return order(
                    left instanceof Markup ? (Object) 1L : left, right instanceof Markup ? (Object) 1L : right, meter);
        }
        return left instanceof Markup ? 1 : -1;
    }

    private static boolean isTextLike(Object value) {
        return value instanceof Markup || value instanceof String;
    }

    private static int mixed(Object left, Object right, Meter meter) {
        if (left == null && right instanceof String b) {
            return b.isEmpty() ? 0 : -1;
        }
        if (left instanceof String a && right == null) {
            return a.isEmpty() ? 0 : 1;
        }
        if (left == null || right == null || left instanceof Boolean || right instanceof Boolean) {
            return Boolean.compare(Convert.truth(left), Convert.truth(right));
        }
        if (left instanceof Number a && right instanceof String b) {
            return numberWithText(a, b, meter);
        }
        if (left instanceof String a && right instanceof Number b) {
            return b instanceof Double number && number.isNaN() ? UNCOMPARABLE : -numberWithText(b, a, meter);
        }
        return structures(left, right, meter);
    }

    private static int structures(Object left, Object right, Meter meter) {
        if (left instanceof PhpArray a && right instanceof PhpArray b) {
            return arrays(a, b, meter);
        }
        if (left instanceof Ordered a && right instanceof Ordered b) {
            return left == right ? 0 : a.order(b);
        }
        if (left instanceof Ordered || left instanceof Types.Named) {
            return left == right ? 0 : UNCOMPARABLE;
        }
        return left instanceof PhpArray && !(right instanceof Types.Named) ? 1 : -1;
    }

    private static int numbers(double a, double b) {
        return a == b ? 0 : a < b ? -1 : 1;
    }

    private static int numberWithText(Number number, String text, Meter meter) {
        if (number instanceof Double real && real.isNaN()) {
            return UNCOMPARABLE;
        }
        meter.scan(text.length());
        Number other = NumericText.parse(text);
        if (other == null) {
            return bytes(Convert.text(number, meter), text);
        }
        if (number instanceof Long a && other instanceof Long b) {
            return Long.compare(a, b);
        }
        return numbers(number.doubleValue(), other.doubleValue());
    }

    private static boolean mayBeNumber(String text) {
        return !text.isEmpty() && text.charAt(0) <= '9';
    }

    private static int strings(String a, String b, Meter meter) {
        if (!mayBeNumber(a) || !mayBeNumber(b)) {
            meter.scan(Math.min(a.length(), b.length()));
            return bytes(a, b);
        }
        meter.scan((long) a.length() + b.length());
        Number first = NumericText.parse(a);
        Number second = first == null ? null : NumericText.parse(b);
        if (second == null) {
            return bytes(a, b);
        }
        if (first instanceof Long x && second instanceof Long y) {
            return Long.compare(x, y);
        }
        return doubles(a, first, b, second);
    }

    private static int doubles(String a, Number first, String b, Number second) {
        boolean beyondFirst = isBeyondLong(a, first);
        boolean beyondSecond = isBeyondLong(b, second);
        if (beyondFirst != beyondSecond && (first instanceof Long || second instanceof Long)) {
            return beyondFirst ? (first.doubleValue() > 0 ? 1 : -1) : second.doubleValue() > 0 ? -1 : 1;
        }
        boolean equal = first.doubleValue() == second.doubleValue();
        if (equal && (beyondFirst && beyondSecond || Double.isInfinite(first.doubleValue()))) {
            return bytes(a, b);
        }
        return numbers(first.doubleValue(), second.doubleValue());
    }

    /** Whether it is a whole number that no long holds. */
    private static boolean isBeyondLong(String text, Number number) {
        return number instanceof Double && text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0;
    }

    private static int arrays(PhpArray a, PhpArray b, Meter meter) {
        if (a.size() != b.size()) {
            return Integer.compare(a.size(), b.size());
        }
        meter.deeper();
        int order = 0;
        for (int i = 0; i < a.size() && order == 0; i++) {
            meter.step(1);
            int position = b.find(a.keyAt(i));
            order = position < 0 ? UNCOMPARABLE : order(a.valueAt(i), b.valueAt(position), meter);
        }
        meter.shallower();
        return order;
    }

    /** An object that PHP can order against its like. */
    public interface Ordered extends Types.Named {

        /**
         * Compares.
         *
         * @param other of any class
         * @return -1, 0 or 1; 1 also for what cannot be compared
         */
        int order(Ordered other);
    }
}
