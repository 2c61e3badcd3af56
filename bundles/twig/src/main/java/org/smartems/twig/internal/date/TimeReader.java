// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.date;

import java.util.Locale;
import java.util.regex.Matcher;

/** Reads a text piece by piece; of all forms that fit at a place, the longest is taken. One object reads one text. */
final class TimeReader {

    /** A text that says no time. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int position;
        private final char character;

        Unreadable(String message, int position, char character) {
            super(message, null, false, false);
            this.position = position;
            this.character = character;
        }

        int position() {
            return position;
        }

        char character() {
            return character;
        }
    }

    /** As words that mean nothing else are taken for zones. */
    private static final String UNKNOWN_ZONE = "The timezone could not be found in the database";

    private final String text;
    private final TimeParts parts = new TimeParts();
    private int position;

    TimeReader(String text) {
        this.text = text;
    }

    TimeParts read() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == ' ' || c == '\t' || c == ',' || c == '.' || c == 0 || c == '\n') {
                if (!longest()) {
                    position++;
                }
            } else if (!longest()) {
                throw error(Character.isLetter(c) ? UNKNOWN_ZONE : "Unexpected character");
            }
        }
        return parts;
    }

    private boolean longest() {
        TimeForms.Form best = null;
        Matcher found = null;
        char first = text.charAt(position);
        for (TimeForms.Form form : TimeForms.ALL) {
            if (!form.mayStart(first)) {
                continue;
            }
            Matcher matcher = form.pattern().matcher(text).region(position, text.length());
            matcher.useTransparentBounds(true);
            if (matcher.lookingAt() && matcher.end() > (found == null ? position : found.end())) {
                best = form;
                found = matcher;
            }
        }
        if (best == null) {
            return false;
        }
        if (best.setsTime() && parts.hasTime) {
            throw error("Double time specification");
        }
        if (best.setsDate() && parts.hasDate) {
            throw error("Double date specification");
        }
        best.action().apply(this, found);
        position = found.end();
        return true;
    }

    TimeParts parts() {
        return parts;
    }

    Unreadable error(String message) {
        return new Unreadable(message, position, text.charAt(position));
    }

    // ---- what forms have in common ---------------------------------------------------------------------------------

    /** Sets the zone that a text says; nothing for an empty one. */
    void zone(String name) {
        String plain = name == null ? "" : name.strip().replaceAll("[()]", "");
        if (plain.isEmpty()) {
            return;
        }
        if (parts.zone != null) {
            throw error("Double timezone specification");
        }
        Zone zone = plain.matches("(?i)(?:GMT)?[+-].*") ? correction(plain) : Zone.named(plain);
        if (zone == null) {
            throw error(UNKNOWN_ZONE);
        }
        parts.zone = zone;
    }

    /** A zone of sign, hours and minutes; null when it is none. */
    static Zone correction(String written) {
        String text = written.toUpperCase(Locale.ROOT).replace("GMT", "");
        String[] numbers = text.substring(1).split(":");
        String digits = numbers[0];
        try {
            int hours = Integer.parseInt(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
            int minutes = numbers.length > 1
                    ? Integer.parseInt(numbers[1])
                    : digits.length() > 2 ? Integer.parseInt(digits.substring(digits.length() - 2)) : 0;
            int seconds = (hours * 60 + minutes) * 60;
            return Zone.offset(text.charAt(0) == '-' ? -seconds : seconds);
        } catch (NumberFormatException | java.time.DateTimeException e) {
            return null;
        }
    }

    /** Sets the time of hour, minute and second, each of which may be missing. */
    void time(Matcher matcher) {
        int hour = TimeUnits.number(TimeForms.group(matcher, "h"), 0);
        String half = TimeForms.group(matcher, "ap");
        if (half != null) {
            boolean afternoon = Character.toLowerCase(half.charAt(0)) == 'p';
            hour = hour % 12 + (afternoon ? 12 : 0);
        }
        parts.setTime(
                hour,
                TimeUnits.number(TimeForms.group(matcher, "i"), 0),
                TimeUnits.number(TimeForms.group(matcher, "s"), 0));
        String fraction = TimeForms.group(matcher, "f");
        if (fraction != null) {
            parts.micro = TimeUnits.micros(fraction);
        } else {
            parts.micro = 0;
        }
        zone(TimeForms.group(matcher, "z"));
    }

    /** Sets the date of year, month and day; a missing year is left open. */
    void date(Matcher matcher) {
        String year = TimeForms.group(matcher, "y");
        String month = TimeForms.group(matcher, "m");
        int number = Character.isDigit(month.charAt(0)) ? Integer.parseInt(month) : TimeUnits.month(month);
        int day = TimeUnits.number(TimeForms.group(matcher, "d"), 1);
        parts.setDate(year == null ? parts.year : TimeUnits.year(year), number, day);
    }
}
