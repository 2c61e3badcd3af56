// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.configuration;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Relative times as the REST API writes them: one or more amounts such as {@code +2 hours} or {@code 1 day 30 min}. */
public final class RelativeTime {

    private static final Pattern AMOUNT = Pattern.compile("\\+?\\s*(\\d{1,6})\\s*([a-z]+)\\s*");
    private static final Map<String, Duration> UNITS = Map.ofEntries(
            Map.entry("sec", Duration.ofSeconds(1)),
            Map.entry("second", Duration.ofSeconds(1)),
            Map.entry("min", Duration.ofMinutes(1)),
            Map.entry("minute", Duration.ofMinutes(1)),
            Map.entry("hour", Duration.ofHours(1)),
            Map.entry("day", Duration.ofDays(1)),
            Map.entry("week", Duration.ofDays(7)),
            Map.entry("fortnight", Duration.ofDays(14)),
            Map.entry("month", Duration.ofDays(30)),
            Map.entry("year", Duration.ofDays(365)));

    private RelativeTime() {}

    /**
     * Reads a relative time.
     *
     * @param text such as {@code +2 hours}
     * @return not negative
     * @throws IllegalArgumentException when the text is none
     */
    public static Duration parse(String text) {
        String rest = text.trim().toLowerCase(Locale.ROOT);
        Duration sum = Duration.ZERO;
        Matcher amount = AMOUNT.matcher(rest);
        int end = 0;
        while (amount.find() && amount.start() == end) {
            sum = sum.plus(unit(amount.group(2)).multipliedBy(Long.parseLong(amount.group(1))));
            end = amount.end();
        }
        if (end == 0 || end != rest.length()) {
            throw new IllegalArgumentException("not a relative time: " + text);
        }
        return sum;
    }

    private static Duration unit(String name) {
        Duration unit = UNITS.get(name.endsWith("s") ? name.substring(0, name.length() - 1) : name);
        if (unit == null) {
            throw new IllegalArgumentException("not a unit of time: " + name);
        }
        return unit;
    }
}
