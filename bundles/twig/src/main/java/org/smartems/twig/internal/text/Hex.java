// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.text;

/** Numbers to the base of sixteen. */
final class Hex {

    private static final String DIGITS = "0123456789ABCDEF";
    private static final int BITS = 4;
    private static final int MASK = 0xF;

    private Hex() {}

    /** Appends a number in upper case with at least so many digits. */
    static StringBuilder append(StringBuilder text, int number, int width) {
        int digits = Math.max(width, (Integer.SIZE - Integer.numberOfLeadingZeros(number) + BITS - 1) / BITS);
        for (int shift = (digits - 1) * BITS; shift >= 0; shift -= BITS) {
            text.append(DIGITS.charAt(number >> shift & MASK));
        }
        return text;
    }

    /** A number between two texts. */
    static String of(String before, int number, int width, String after) {
        return append(new StringBuilder(before), number, width).append(after).toString();
    }
}
