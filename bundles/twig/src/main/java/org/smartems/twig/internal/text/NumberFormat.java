// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounds and groups numbers as PHP does. */
public final class NumberFormat {

    private static final int GROUP = 3;
    private static final double TOO_LARGE = 1e15;

    private NumberFormat() {}

    /**
     * Groups the digits of a number.
     *
     * @param number any
     * @param decimals behind the point
     * @param point stands for the point
     * @param separator stands between groups of three
     * @return the text
     */
    public static String format(double number, int decimals, String point, String separator) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
        }
        double rounded = round(number, decimals);
        String digits = new BigDecimal(Math.abs(rounded))
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
        int dot = digits.indexOf('.');
        String whole = dot < 0 ? digits : digits.substring(0, dot);
        StringBuilder text = new StringBuilder(digits.length() + GROUP);
        if (rounded < 0) {
            text.append('-');
        }
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % GROUP == 0) {
                text.append(separator);
            }
            text.append(whole.charAt(i));
        }
        return dot < 0
                ? text.toString()
                : text.append(point).append(digits.substring(dot + 1)).toString();
    }

    /**
     * Rounds half away from zero. The number is first rounded to the 15 digits that a float surely has.
     *
     * @param number any
     * @param places behind the point; negative ones before it
     * @return the rounded number
     */
    public static double round(double number, int places) {
        if (number == 0 || Double.isNaN(number) || Double.isInfinite(number)) {
            return number;
        }
        int sure = SURE_DIGITS - (int) Math.floor(Math.log10(Math.abs(number)));
        double scaled;
        if (sure > places && sure - SURE_DIGITS - 1 < places) {
            int used = Math.max(-LARGEST_SHIFT, Math.min(sure, LARGEST_SHIFT));
            double rounded = halfAway(shift(number, used));
            scaled = rounded / Math.pow(TEN, Math.abs(Math.max(-LARGEST_SHIFT, places - used)));
        } else {
            scaled = shift(number, places);
            if (Math.abs(scaled) >= TOO_LARGE) {
                return number;
            }
        }
        return unshift(halfAway(scaled), places, number);
    }

    private static double shift(double number, int places) {
        double factor = Math.pow(TEN, Math.abs(places));
        return places >= 0 ? number * factor : number / factor;
    }

    private static double unshift(double scaled, int places, double number) {
        if (Math.abs(places) < EXACT_POWER) {
            double factor = Math.pow(TEN, Math.abs(places));
            return places > 0 ? scaled / factor : scaled * factor;
        }
        double result = Double.parseDouble(new BigDecimal(scaled).toBigInteger() + "e" + -(long) places);
        return Double.isInfinite(result) ? number : result;
    }

    private static double halfAway(double value) {
        return value >= 0 ? Math.floor(value + HALF) : Math.ceil(value - HALF);
    }

    private static final int SURE_DIGITS = 14;
    private static final int LARGEST_SHIFT = 60;
    private static final int EXACT_POWER = 23;
    private static final double TEN = 10;
    private static final double HALF = 0.5;
}
