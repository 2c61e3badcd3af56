// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.date;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.smartems.twig.internal.value.Fault;

/** Texts that say a date, absolutely or relatively, as PHP's {@code strtotime} reads them. */
public final class DateText {

    private static final int LONGEST = 200;

    private DateText() {}

    /**
     * Reads a date.
     *
     * @param text such as {@code 2024-05-15 10:00} or {@code first monday of next month}
     * @param clock what time it is
     * @param zone of a text that says none
     * @return the date
     */
    public static PhpDate parse(String text, Clock clock, ZoneId zone) {
        PhpDate now = PhpDate.of(clock.instant().truncatedTo(ChronoUnit.MICROS), zone);
        try {
            return parts(text).resolve(now, true);
        } catch (TimeReader.Unreadable e) {
            throw Fault.thrown(unreadable(text, e));
        } catch (DateTimeException | ArithmeticException e) {
            throw Fault.thrown("DateTime::__construct(): The date of \"" + shown(text) + "\" is out of range");
        }
    }

    /**
     * The moment of a number.
     *
     * @param seconds since 1970
     * @return in UTC
     */
    public static PhpDate timestamp(long seconds) {
        try {
            return new PhpDate(Instant.ofEpochSecond(seconds), Zone.offset(0));
        } catch (DateTimeException e) {
            throw Fault.thrown("DateTime::__construct(): The timestamp " + seconds + " is out of range");
        }
    }

    static PhpDate modify(PhpDate date, String text) {
        try {
            return text.isEmpty() ? null : parts(text).resolve(date, false);
        } catch (TimeReader.Unreadable e) {
            return null;
        } catch (DateTimeException | ArithmeticException e) {
            throw Fault.thrown("DateTime::modify(): The date of \"" + shown(text) + "\" is out of range");
        }
    }

    /**
     * What is wrong with a text that {@link PhpDate#modify} could not read.
     *
     * @param text any
     * @return a sentence without a full stop
     */
    public static String complaint(String text) {
        try {
            parts(text);
            return "Failed to parse time string (" + shown(text) + ")";
        } catch (TimeReader.Unreadable e) {
            return unreadable(text, e);
        }
    }

    private static String unreadable(String text, TimeReader.Unreadable e) {
        return "Failed to parse time string (" + shown(text) + ") at position " + e.position() + " (" + e.character()
                + "): " + e.getMessage();
    }

    static Zone zone(String name) {
        Zone zone = name.matches("[+-].*") ? TimeReader.correction(name) : Zone.named(name);
        if (zone == null) {
            throw Fault.thrown("DateTimeZone::__construct(): Unknown or bad timezone (" + shown(name) + ")");
        }
        return zone;
    }

    private static TimeParts parts(String text) {
        if (text.length() > LONGEST) {
            throw Fault.thrown("DateTime::__construct(): Failed to parse time string: it is too long");
        }
        return new TimeReader(text).read();
    }

    private static String shown(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
