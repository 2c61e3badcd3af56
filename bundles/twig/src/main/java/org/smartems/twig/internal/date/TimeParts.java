// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** What a text says of a time: parts that it sets and parts that it moves. */
final class TimeParts {

    static final int UNSET = Integer.MIN_VALUE;

    /** How the days of a month are counted. */
    enum Special {
        NONE,
        WEEKDAYS,
        DAY_IN_MONTH,
        LAST_DAY_IN_MONTH
    }

    private static final int DAYS_OF_WEEK = 7;
    private static final int WORKING_DAYS = 5;
    private static final long NANOS_OF_MICRO = 1000;
    private static final long LARGEST_DAYS = 1_000_000_000L;

    int year = UNSET;
    int month = UNSET;
    int day = UNSET;
    int hour = UNSET;
    int minute = UNSET;
    int second = UNSET;
    int micro = UNSET;
    Zone zone;
    boolean hasDate;
    boolean hasTime;

    long years;
    long months;
    long days;
    long hours;
    long minutes;
    long seconds;
    long micros;
    boolean hasWeekday;
    int weekday;
    int weekdayBehavior;
    Special special = Special.NONE;
    long specialAmount;
    int firstLastDay;
    Instant moment;

    void setTime(int newHour, int newMinute, int newSecond) {
        hour = newHour;
        minute = newMinute;
        second = newSecond;
        hasTime = true;
    }

    void setDate(int newYear, int newMonth, int newDay) {
        year = newYear;
        month = newMonth;
        day = newDay;
        hasDate = true;
    }

    void clearTime() {
        hasTime = false;
        hour = 0;
        minute = 0;
        second = 0;
        micro = 0;
    }

    /** Turns every movement round. */
    void ago() {
        years = -years;
        months = -months;
        days = -days;
        hours = -hours;
        minutes = -minutes;
        seconds = -seconds;
        micros = -micros;
        weekday = weekday == 0 && hasWeekday ? -DAYS_OF_WEEK : -weekday;
        specialAmount = special == Special.WEEKDAYS ? -specialAmount : specialAmount;
    }

    /**
     * The moment that these parts make of another one.
     *
     * @param base fills what is not set
     * @param fresh whether a date without a time means midnight
     * @return in the zone that is said, or that of the base
     */
    PhpDate resolve(PhpDate base, boolean fresh) {
        Zone where = fresh && zone != null ? zone : base.zone();
        PhpDate start = new PhpDate(base.instant(), where);
        if (moment != null) {
            start = new PhpDate(moment, where);
        }
        LocalDateTime local = start.local();
        if (fresh && hasDate && !hasTime) {
            clearTime();
        }
        boolean sets = year != UNSET || hour != UNSET || month != UNSET;
        LocalTime time = LocalTime.of(local.getHour(), local.getMinute(), local.getSecond(), local.getNano());
        long carried = 0;
        if (hour != UNSET) {
            carried = hour / 24;
            time = LocalTime.of(hour % 24, minute, 0, 0);
        }
        long extra = hour == UNSET ? 0 : second;
        int nano = micro != UNSET ? (int) (micro * NANOS_OF_MICRO) : sets ? 0 : local.getNano();
        LocalDate date = date(local.toLocalDate()).plusDays(carried);
        ZonedDateTime zoned =
                LocalDateTime.of(date, time).plusSeconds(extra).withNano(nano).atZone(where.id());
        return new PhpDate(elapsed(zoned.toInstant()), where);
    }

    private Instant elapsed(Instant instant) {
        long total = Math.addExact(
                seconds, Math.addExact(Math.multiplyExact(minutes, 60L), Math.multiplyExact(hours, 3600L)));
        return instant.plusSeconds(total).plusNanos(Math.multiplyExact(micros, NANOS_OF_MICRO));
    }

    private LocalDate date(LocalDate base) {
        long y = year == UNSET ? base.getYear() : year;
        long m = month == UNSET ? base.getMonthValue() : month;
        long d = day == UNSET ? base.getDayOfMonth() : day;
        if (special == Special.DAY_IN_MONTH || special == Special.LAST_DAY_IN_MONTH) {
            d = 1;
            m = Math.addExact(m, months) + (special == Special.LAST_DAY_IN_MONTH ? 1 : 0);
            months = 0;
        }
        LocalDate date = normal(y, m, firstLastDay == 0 ? d : 1);
        if (hasWeekday) {
            date = toWeekday(date);
        }
        date = normal(
                Math.addExact(date.getYear(), years),
                Math.addExact(date.getMonthValue(), months),
                Math.addExact(date.getDayOfMonth(), days));
        if (firstLastDay > 0) {
            date = date.withDayOfMonth(1);
        } else if (firstLastDay < 0) {
            date = date.withDayOfMonth(date.lengthOfMonth());
        }
        return special == Special.WEEKDAYS ? workingDays(date, specialAmount) : date;
    }

    private static LocalDate normal(long y, long m, long d) {
        if (Math.abs(y) > LARGEST_DAYS || Math.abs(m) > LARGEST_DAYS || Math.abs(d) > LARGEST_DAYS * 1000) {
            throw new DateTimeException("out of range");
        }
        return LocalDate.of((int) y, 1, 1).plusMonths(m - 1).plusDays(d - 1);
    }

    private LocalDate toWeekday(LocalDate date) {
        int current = date.getDayOfWeek().getValue() % DAYS_OF_WEEK;
        if (weekdayBehavior == 2) {
            int wanted = weekday;
            if (current == 0 && wanted != 0) {
                wanted -= DAYS_OF_WEEK;
            } else if (wanted == 0 && current != 0) {
                wanted = DAYS_OF_WEEK;
            }
            return date.plusDays((long) wanted - current);
        }
        int difference = weekday - current;
        if (days < 0 && difference < 0 || days >= 0 && difference <= -weekdayBehavior) {
            difference += DAYS_OF_WEEK;
        }
        return weekday >= 0
                ? date.plusDays(difference)
                : date.minusDays(DAYS_OF_WEEK - (Math.abs(weekday) - (long) current));
    }

    private static LocalDate workingDays(LocalDate from, long amount) {
        int step = amount < 0 ? -1 : 1;
        LocalDate date = from;
        while (amount != 0 && isWeekend(date)) {
            date = date.minusDays(step);
        }
        date = date.plusDays(Math.multiplyExact(amount / WORKING_DAYS, (long) DAYS_OF_WEEK));
        for (long left = Math.abs(amount % WORKING_DAYS); left > 0; left--) {
            do {
                date = date.plusDays(step);
            } while (isWeekend(date));
        }
        return date;
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().getValue() > WORKING_DAYS;
    }
}
