// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.device;

import java.util.Locale;
import java.util.SplittableRandom;
import org.smartems.simulator.Dialect;

/** Numbers of a device that follow from its serial number. */
public final class Identity {

    /** Code of a mobile network that exists, so that lists look real. */
    public static final String OPERATOR = "26201";

    private static final String TYPE_ALLOCATION = "35862505";

    private Identity() {}

    /** From 0 to below the bound, spread evenly over serial numbers. */
    public static int number(String serial, int bound) {
        return random(serial, 0).nextInt(bound);
    }

    /** With the check digit that modems have. */
    public static String imei(String serial) {
        String digits = TYPE_ALLOCATION + String.format(Locale.ROOT, "%06d", number(serial, 1_000_000));
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = (digits.charAt(i) - '0') * (1 + i % 2);
            sum += digit / 10 + digit % 10;
        }
        return digits + (10 - sum % 10) % 10;
    }

    /**
     * Different for serial numbers that differ in their last seven digits only: two devices with one IMSI would take it
     * from each other.
     */
    public static String imsi(Dialect dialect, String serial) {
        int end = serial.length();
        while (end > 0 && serial.length() - end < 7 && Character.isDigit(serial.charAt(end - 1))) {
            end--;
        }
        String digits = serial.substring(end);
        int rest = Math.floorMod((dialect + serial.substring(0, end)).hashCode(), 1000);
        return String.format(Locale.ROOT, "%s%03d%7s", OPERATOR, rest, digits).replace(' ', '0');
    }

    /** The same numbers for the same arguments. */
    static SplittableRandom random(String serial, long salt) {
        long hash = salt * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < serial.length(); i++) {
            hash = hash * 31 + serial.charAt(i);
        }
        return new SplittableRandom(hash);
    }
}
