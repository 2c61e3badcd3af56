// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.date;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.smartems.twig.internal.value.Fault;

/** The letters of PHP's {@code date()}. One object writes one date. */
final class DateFormat {

    private static final int LONGEST = 1000;
    private static final int MICRO = 1000;
    private static final int MILLI = 1_000_000;
    private static final int SECOND_DIGITS = 1_000_000;
    private static final int MILLI_DIGITS = 1000;
    private static final int BEAT_BASE = 3600;
    private static final int DAY_SECONDS = 86_400;

    private final PhpDate date;
    private final LocalDateTime local;
    private final Instant instant;
    private final int offset;

    private DateFormat(PhpDate date) {
        this.date = date;
        this.local = date.local();
        this.instant = date.instant();
        this.offset = date.zone().offsetAt(instant);
    }

    static String format(PhpDate date, String pattern) {
        checkLength(pattern);
        DateFormat format = new DateFormat(date);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
                text.append(i < pattern.length() ? String.valueOf(pattern.charAt(i)) : "\\");
            } else {
                text.append(format.letter(c));
            }
        }
        return text.toString();
    }

    /** Each letter may write thirty characters and take as long as much else. */
    static void checkLength(String pattern) {
        if (pattern.length() > LONGEST) {
            throw Fault.of("The format of a date is longer than the limit of " + LONGEST + " characters.");
        }
    }

    private String letter(char c) {
        String part = day(c);
        part = part == null ? year(c) : part;
        part = part == null ? time(c) : part;
        part = part == null ? zone(c) : part;
        return part == null ? String.valueOf(c) : part;
    }

    private String day(char c) {
        int day = local.getDayOfMonth();
        return switch (c) {
            case 'd' -> Zone.two(day);
            case 'D' -> local.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'j' -> String.valueOf(day);
            case 'l' -> local.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'N' -> String.valueOf(local.getDayOfWeek().getValue());
            case 'S' -> suffix(day);
            case 'w' -> String.valueOf(local.getDayOfWeek().getValue() % 7);
            case 'z' -> String.valueOf(local.getDayOfYear() - 1);
            case 'W' -> Zone.two(local.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case 'F' -> local.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'm' -> Zone.two(local.getMonthValue());
            case 'M' ->
                local.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 3);
            case 'n' -> String.valueOf(local.getMonthValue());
            case 't' -> String.valueOf(local.toLocalDate().lengthOfMonth());
            default -> null;
        };
    }

    private static String suffix(int day) {
        if (day / 10 == 1) {
            return "th";
        }
        return switch (day % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    private String year(char c) {
        int year = local.getYear();
        return switch (c) {
            case 'L' -> local.toLocalDate().isLeapYear() ? "1" : "0";
            case 'o' -> String.valueOf(local.get(IsoFields.WEEK_BASED_YEAR));
            case 'Y' -> (year < 0 ? "-" : "") + four(year);
            case 'X' -> (year < 0 ? "-" : "+") + four(year);
            case 'x' -> (year < 0 ? "-" : year > 9999 ? "+" : "") + four(year);
            case 'y' -> Zone.two(year % 100);
            default -> null;
        };
    }

    private static String four(int year) {
        String digits = String.valueOf(Math.abs((long) year));
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    private String time(char c) {
        int hour = local.getHour();
        int twelve = hour % 12 == 0 ? 12 : hour % 12;
        return switch (c) {
            case 'a' -> hour < 12 ? "am" : "pm";
            case 'A' -> hour < 12 ? "AM" : "PM";
            case 'B' -> beat();
            case 'g' -> String.valueOf(twelve);
            case 'G' -> String.valueOf(hour);
            case 'h' -> Zone.two(twelve);
            case 'H' -> Zone.two(hour);
            case 'i' -> Zone.two(local.getMinute());
            case 's' -> Zone.two(local.getSecond());
            case 'u' -> String.valueOf(SECOND_DIGITS + local.getNano() / MICRO).substring(1);
            case 'v' -> String.valueOf(MILLI_DIGITS + local.getNano() / MILLI).substring(1);
            case 'U' -> String.valueOf(instant.getEpochSecond());
            default -> null;
        };
    }

    /** A thousandth of a day, counted in Biel. */
    private String beat() {
        long seconds = Math.floorMod(instant.getEpochSecond() + BEAT_BASE, (long) DAY_SECONDS);
        return String.valueOf(MILLI_DIGITS + seconds * 10 / 864).substring(1);
    }

    private String zone(char c) {
        return switch (c) {
            case 'e' -> date.zone().name();
            case 'I' -> date.zone().isSummerAt(instant) ? "1" : "0";
            case 'O' -> Zone.shown(offset, "");
            case 'P' -> Zone.shown(offset, ":");
            case 'p' -> offset == 0 && isUtc() ? "Z" : Zone.shown(offset, ":");
            case 'T' -> date.zone().abbreviationAt(instant);
            case 'Z' -> String.valueOf(offset);
            case 'c' -> format(date, "Y-m-d\\TH:i:sP");
            case 'r' -> format(date, "D, d M Y H:i:s O");
            default -> null;
        };
    }

    private boolean isUtc() {
        String name = date.zone().name();
        return name.equals("UTC") || name.equals("Z") || name.equals("+00:00");
    }
}
