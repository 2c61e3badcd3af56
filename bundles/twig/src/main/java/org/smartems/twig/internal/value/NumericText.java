// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.value;

/** Strings that PHP reads as numbers. */
public final class NumericText {

    private NumericText() {}

    /**
     * Reads a numeric string: white space, sign, digits, fraction, exponent, white space.
     *
     * @param text any
     * @return {@code Long}, {@code Double} when it has a fraction, an exponent or too many digits, null when it is no
     *     number
     */
    public static Number parse(String text) {
        int start = blanks(text, 0);
        int end = numberEnd(text, start);
        if (end < 0 || blanks(text, end) != text.length()) {
            return null;
        }
        return value(text, start, end);
    }

    /**
     * Reads the number that a string begins with.
     *
     * @param text any
     * @return null when there is none
     */
    public static Number prefix(String text) {
        int start = blanks(text, 0);
        int end = numberEnd(text, start);
        return end < 0 ? null : value(text, start, end);
    }

    /**
     * Whether a string has digits only.
     *
     * @param text any
     * @return false for an empty one
     */
    public static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int blanks(String text, int from) {
        int i = from;
        while (i < text.length() && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    /** The end of the number that begins there, or -1. */
    private static int numberEnd(String text, int start) {
        int i = start;
        if (i < text.length() && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
            i++;
        }
        int whole = digits(text, i);
        int end = whole;
        if (whole < text.length() && text.charAt(whole) == '.') {
            int fraction = digits(text, whole + 1);
            if (whole > i || fraction > whole + 1) {
                end = fraction;
            }
        }
        if (end == i) {
            return -1;
        }
        return exponentEnd(text, end);
    }

    private static int exponentEnd(String text, int end) {
        if (end >= text.length() || (text.charAt(end) | ' ') != 'e') {
            return end;
        }
        int digits = end + 1;
        if (digits < text.length() && (text.charAt(digits) == '+' || text.charAt(digits) == '-')) {
            digits++;
        }
        int last = digits(text, digits);
        return last > digits ? last : end;
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static Number value(String text, int start, int end) {
        long number = 0;
        int i = start;
        boolean negative = text.charAt(i) == '-';
        if (negative || text.charAt(i) == '+') {
            i++;
        }
        for (; i < end; i++) {
            char c = text.charAt(i);
            if (!isDigit(c) || number < (Long.MIN_VALUE + (c - '0')) / TEN) {
                return Double.valueOf(text.substring(start, end));
            }
            number = number * TEN - (c - '0');
        }
        if (!negative && number == Long.MIN_VALUE) {
            return -(double) number;
        }
        return negative ? number : -number;
    }

    private static final int TEN = 10;
}
