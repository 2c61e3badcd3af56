// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.date;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words of dates: numbers, months, weekdays and units. */
final class TimeUnits {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> ROMAN =
            List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final Map<String, Integer> TEXTS = new HashMap<>();
    private static final int WEEK = 7;
    private static final int FORTNIGHT = 14;
    private static final int MILLI = 1000;
    private static final int CENTURY = 100;
    private static final int TURN = 70;
    private static final int THIS_CENTURY = 2000;
    private static final int MICRO_DIGITS = 6;

    static {
        String[] numbers = {
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth"
        };
        for (int i = 0; i < numbers.length; i++) {
            TEXTS.put(numbers[i], i + 1);
        }
        TEXTS.put("eight", 8);
        TEXTS.put("next", 1);
        TEXTS.put("last", -1);
        TEXTS.put("previous", -1);
        TEXTS.put("this", 0);
    }

    private TimeUnits() {}

    static int number(String digits, int missing) {
        return digits == null ? missing : Integer.parseInt(digits);
    }

    static int micros(String fraction) {
        return Integer.parseInt((fraction + "000000").substring(0, MICRO_DIGITS));
    }

    /** A year; one of two digits is of 1970 to 2069. */
    static int year(String written) {
        int year = Integer.parseInt(written);
        if (written.length() > 2 || year >= CENTURY) {
            return year;
        }
        return year < TURN ? year + THIS_CENTURY : year + THIS_CENTURY - CENTURY;
    }

    static int month(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int roman = ROMAN.indexOf(lower);
        return roman >= 0 ? roman + 1 : MONTHS.indexOf(lower.substring(0, 3)) + 1;
    }

    static int amount(String word) {
        return TEXTS.get(word.toLowerCase(Locale.ROOT));
    }

    static int behavior(String word) {
        return word.equalsIgnoreCase("this") ? 1 : 0;
    }

    /** The day of the week, 0 for Sunday; -1 for what is none. */
    static int weekday(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("week") || lower.startsWith("month") || lower.length() < 3 || lower.startsWith("second")
                ? -1
                : DAYS.indexOf(lower.substring(0, 3));
    }

    /** Moves by an amount of a unit; by a weekday or working days, to midnight unless the time is kept. */
    static void move(TimeParts parts, long amount, String unit, Movement movement) {
        String lower = unit.toLowerCase(Locale.ROOT);
        int weekday = weekday(lower);
        if (lower.startsWith("weekday")) {
            clearTime(parts, movement);
            parts.special = TimeParts.Special.WEEKDAYS;
            parts.specialAmount = amount;
        } else if (weekday >= 0) {
            clearTime(parts, movement);
            parts.hasWeekday = true;
            parts.days = Math.addExact(parts.days, Math.multiplyExact(amount > 0 ? amount - 1 : amount, (long) WEEK));
            parts.weekday = weekday;
            parts.weekdayBehavior = movement.behavior;
        } else {
            moveUnit(parts, amount, lower);
        }
    }

    private static void clearTime(TimeParts parts, Movement movement) {
        if (!movement.keepTime) {
            parts.clearTime();
        }
    }

    private static void moveUnit(TimeParts parts, long amount, String unit) {
        if (unit.equals("ms") || unit.startsWith("msec") || unit.startsWith("milli")) {
            parts.micros = Math.addExact(parts.micros, Math.multiplyExact(amount, (long) MILLI));
        } else if (unit.startsWith("usec") || unit.startsWith("micro") || unit.startsWith("\u00b5")) {
            parts.micros = Math.addExact(parts.micros, amount);
        } else if (unit.startsWith("sec")) {
            parts.seconds = Math.addExact(parts.seconds, amount);
        } else if (unit.startsWith("min")) {
            parts.minutes = Math.addExact(parts.minutes, amount);
        } else if (unit.startsWith("hour")) {
            parts.hours = Math.addExact(parts.hours, amount);
        } else if (unit.startsWith("month")) {
            parts.months = Math.addExact(parts.months, amount);
        } else if (unit.startsWith("year")) {
            parts.years = Math.addExact(parts.years, amount);
        } else {
            int length = unit.startsWith("week")
                    ? WEEK
                    : unit.startsWith("fort") || unit.startsWith("forth") ? FORTNIGHT : 1;
            parts.days = Math.addExact(parts.days, Math.multiplyExact(amount, (long) length));
        }
    }

    /**
     * How it moves.
     *
     * @param behavior of a weekday: 0 not to the same day, 1 also to the same day, 2 within the week
     * @param keepTime whether the time of the day stays
     */
    record Movement(int behavior, boolean keepTime) {}
}
