// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floats as PHP prints them: with 14 digits in text, with as many as needed in JSON. */
public final class FloatText {

    /** What writing one takes, in steps of a {@link Meter}. */
    public static final int COST = 256;

    private static final int PRECISION = 14;
    private static final int EXACT = 17;
    private static final double PLAIN = 1e14;

    private FloatText() {}

    /**
     * What output and concatenation show.
     *
     * @param number any
     * @return with up to 14 digits
     */
    public static String shown(double number) {
        String special = special(number);
        if (special != null) {
            return special;
        }
        long whole = (long) number;
        if (whole == number && Math.abs(number) < PLAIN) {
            return Long.toString(whole);
        }
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(PRECISION, RoundingMode.HALF_EVEN));
        return layout(rounded, PRECISION, 'E');
    }

    /**
     * A number with so many digits at most.
     *
     * @param number finite
     * @param digits at least one
     * @param mark the letter of the exponent
     * @return without zeros at the end
     */
    public static String rounded(double number, int digits, char mark) {
        String special = special(number);
        return special != null
                ? special
                : layout(new BigDecimal(number).round(new MathContext(digits, RoundingMode.HALF_EVEN)), digits, mark);
    }

    /**
     * The shortest text that reads back as the same number.
     *
     * @param number finite
     * @param mark the letter of the exponent
     * @return with up to 17 digits
     */
    public static String exact(double number, char mark) {
        String special = special(number);
        if (special != null) {
            return special;
        }
        return layout(shortest(number), EXACT, mark);
    }

    /**
     * The shortest decimal that reads back as the same number.
     *
     * @param number finite
     * @return with up to 17 digits
     */
    public static BigDecimal shortest(double number) {
        BigDecimal value = new BigDecimal(number);
        int fewest = Math.abs(number) < Double.MIN_NORMAL ? 1 : PRECISION + 1;
        for (int digits = fewest; digits < EXACT; digits++) {
            BigDecimal rounded = value.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == number) {
                return rounded;
            }
        }
        return value.round(new MathContext(EXACT, RoundingMode.HALF_EVEN));
    }

    private static String special(double number) {
        if (Double.isNaN(number)) {
            return "NAN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "INF" : "-INF";
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0" : "0";
        }
        return null;
    }

    private static String layout(BigDecimal number, int precision, char mark) {
        BigDecimal plain = number.stripTrailingZeros();
        String digits = plain.unscaledValue().abs().toString();
        int point = digits.length() - plain.scale();
        StringBuilder text = new StringBuilder(precision + SPARE);
        if (plain.signum() < 0) {
            text.append('-');
        }
        if (point > precision || point < SMALLEST) {
            return exponential(text, digits, point - 1, mark);
        }
        return fixed(text, digits, point);
    }

    private static final int SPARE = 10;
    private static final int SMALLEST = -3;

    private static String exponential(StringBuilder text, String digits, int exponent, char mark) {
        text.append(digits.charAt(0)).append('.');
        text.append(digits.length() == 1 ? "0" : digits.substring(1));
        text.append(mark).append(exponent < 0 ? '-' : '+').append(Math.abs(exponent));
        return text.toString();
    }

    private static String fixed(StringBuilder text, String digits, int point) {
        if (point <= 0) {
            return text.append("0.").append("0".repeat(-point)).append(digits).toString();
        }
        if (point >= digits.length()) {
            return text.append(digits)
                    .append("0".repeat(point - digits.length()))
                    .toString();
        }
        return text.append(digits, 0, point)
                .append('.')
                .append(digits, point, digits.length())
                .toString();
    }
}
