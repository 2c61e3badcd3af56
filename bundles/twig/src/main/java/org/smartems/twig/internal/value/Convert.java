// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.value;

/** PHP's conversions between types. */
public final class Convert {

    private static final double TWO_64 = 18446744073709551616d;

    private Convert() {}

    /**
     * What a condition makes of a value.
     *
     * @param value any
     * @return false for null, false, 0, 0.0, "", "0", an empty array and markup of such text
     */
    public static boolean truth(Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        }
        if (value instanceof String || value instanceof Markup) {
            String text = value.toString();
            return !text.isEmpty() && !text.equals("0");
        }
        if (value instanceof Long number) {
            return number != 0;
        }
        if (value instanceof Double number) {
            return number != 0;
        }
        if (value instanceof PhpArray array) {
            return !array.isEmpty();
        }
        return value != null;
    }

    /**
     * What output makes of a value.
     *
     * @param value any
     * @param meter is told of an array
     * @return the text
     */
    public static String text(Object value, Meter meter) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Long number) {
            return number.toString();
        }
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean bool) {
            return bool ? "1" : "";
        }
        if (value instanceof Double number) {
            if (meter != null) {
                meter.step(FloatText.COST);
            }
            return FloatText.shown(number);
        }
        if (value instanceof Markup) {
            return value.toString();
        }
        if (value instanceof PhpArray) {
            meter.warn("Array to string conversion");
            return "Array";
        }
        throw Fault.thrown("Object of class " + Types.name(value) + " could not be converted to string");
    }

    /**
     * The text of an argument that must not be an array.
     *
     * @param value any
     * @param what the argument, for the message
     * @return the text
     */
    public static String argument(Object value, String what) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof PhpArray || Types.isObject(value)) {
            throw Fault.thrown(what + " must be of type string, " + Types.name(value) + " given");
        }
        return text(value, null);
    }

    /**
     * The cast to an integer.
     *
     * @param value any
     * @return 0 for what is no number
     */
    public static long integer(Object value) {
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof Double number) {
            return wrap(number);
        }
        if (value instanceof String || value instanceof Markup) {
            Number number = NumericText.prefix(value.toString());
            return number == null ? 0 : integer(number);
        }
        return truth(value) ? 1 : 0;
    }

    /**
     * The cast to a float.
     *
     * @param value any
     * @return 0 for what is no number
     */
    public static double real(Object value) {
        if (value instanceof Double number) {
            return number;
        }
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof String || value instanceof Markup) {
            Number number = NumericText.prefix(value.toString());
            return number == null ? 0 : number.doubleValue();
        }
        return truth(value) ? 1 : 0;
    }

    /**
     * The key of an array that a value stands for.
     *
     * @param value any
     * @return {@code Long} or {@code String}
     */
    public static Object key(Object value) {
        if (value instanceof String text) {
            return key(text);
        }
        if (value instanceof Long) {
            return value;
        }
        if (value instanceof Double || value instanceof Boolean) {
            return integer(value);
        }
        if (value == null) {
            return "";
        }
        if (value instanceof Markup) {
            return key(value.toString());
        }
        throw Fault.thrown("Illegal offset type");
    }

    /**
     * The key that a string stands for: "7" is 7, "07" stays.
     *
     * @param text any
     * @return {@code Long} or the string
     */
    public static Object key(String text) {
        int length = text.length();
        if (length == 0) {
            return text;
        }
        if (length > LONGEST_NUMBER) {
            return checked(text);
        }
        char first = text.charAt(0);
        if (first > '9' || first != '-' && first < '0') {
            return text;
        }
        int start = first == '-' ? 1 : 0;
        if (start == length || text.charAt(start) == '0' && length > 1) {
            return text;
        }
        for (int i = start; i < length; i++) {
            if (!NumericText.isDigit(text.charAt(i))) {
                return text;
            }
        }
        Number number = NumericText.parse(text);
        return number instanceof Long whole && whole != Long.MIN_VALUE ? whole : text;
    }

    /** Keys are compared wherever arrays are made: long ones would cost time that nobody could account for. */
    private static String checked(String text) {
        if (text.length() > LONGEST_KEY) {
            throw Fault.of("A key of an array is longer than the limit of " + LONGEST_KEY + " characters.");
        }
        return text;
    }

    private static final int LONGEST_NUMBER = 20;
    private static final int LONGEST_KEY = 10_000;

    private static long wrap(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return 0;
        }
        if (number >= Long.MIN_VALUE && number < -(double) Long.MIN_VALUE) {
            return (long) number;
        }
        double rest = number % TWO_64;
        if (rest < 0) {
            rest += TWO_64;
        }
        return rest >= -(double) Long.MIN_VALUE ? (long) (rest - TWO_64) : (long) rest;
    }
}
