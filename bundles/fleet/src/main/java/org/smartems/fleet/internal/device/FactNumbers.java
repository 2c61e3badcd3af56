// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers that devices report as text. */
public final class FactNumbers {

    private static final Pattern RSRP = Pattern.compile("\\s*(-?[0-9]{1,9})(\\.[0-9]+)?\\s*(?i:dBm)?\\s*");
    private static final Pattern SECONDS = Pattern.compile("\\s*([0-9]{1,15})(\\.[0-9]+)?\\s*(?i:s|sec|seconds)?\\s*");
    /** Such as {@code 3 days, 04:05:06}, {@code 0 day 04:05} or {@code 04:05:06}. */
    private static final Pattern CLOCK = Pattern.compile(
            "\\s*(?:([0-9]{1,9})\\s*(?i:d|day|days)\\s*,?\\s*)?([0-9]{1,9}):([0-9]{1,2})(?::([0-9]{1,2}))?\\s*");

    private FactNumbers() {}

    /** A signal in dBm. */
    public static OptionalInt rsrp(String text) {
        Matcher match = RSRP.matcher(text);
        return match.matches() ? OptionalInt.of(Integer.parseInt(match.group(1))) : OptionalInt.empty();
    }

    /** The length of a time. */
    public static OptionalLong seconds(String text) {
        boolean isClock = text.indexOf(':') >= 0; // which most devices report, at every contact
        Matcher seconds = SECONDS.matcher(text);
        if (!isClock && seconds.matches()) {
            return OptionalLong.of(Long.parseLong(seconds.group(1)));
        }
        Matcher clock = CLOCK.matcher(text);
        if (!clock.matches()) {
            return OptionalLong.empty();
        }
        long hours = number(clock.group(1)) * 24 + number(clock.group(2));
        return OptionalLong.of((hours * 60 + number(clock.group(3))) * 60 + number(clock.group(4)));
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
