// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms in which a text says times. */
final class TimeForms {

    /** What a form means. */
    @FunctionalInterface
    interface Action {
        void apply(TimeReader reader, Matcher matcher);
    }

    /**
     * A form.
     *
     * @param pattern what it looks like
     * @param starts the characters of ASCII that it may begin with
     * @param setsDate whether it says the date, which may be said once
     * @param setsTime whether it says the time of the day, which may be said once
     * @param action what it means
     */
    record Form(Pattern pattern, BitSet starts, boolean setsDate, boolean setsTime, Action action) {

        /** False when it is not worth trying. */
        boolean mayStart(char c) {
            return c >= ASCII || starts.get(c);
        }
    }

    private static final int ASCII = 128;

    static final List<Form> ALL = new ArrayList<>();

    private static final String HOUR24 = "(?<h>2[0-4]|[01]?[0-9])";
    private static final String HOUR24LZ = "(?<h>2[0-4]|[01][0-9])";
    private static final String HOUR12 = "(?<h>1[0-2]|0?[1-9])";
    private static final String MINUTE = "(?<i>[0-5]?[0-9])";
    private static final String MINUTELZ = "(?<i>[0-5][0-9])";
    private static final String SECOND = "(?<s>60|[0-5]?[0-9])";
    private static final String SECONDLZ = "(?<s>60|[0-5][0-9])";
    private static final String FRACTION = "\\.(?<f>[0-9]+)";
    private static final String HALF = "[ \\t]?(?<ap>[ap])\\.?m\\.?(?=[\\x00\\t ]|$)";
    private static final String CORRECTION =
            "(?:GMT)?[+-](?:2[0-4]|[01]?[0-9])(?::?[0-5][0-9]|:[0-5]?[0-9])?(?::[0-5][0-9])?";
    private static final String ZONE_NAME = "[a-z]+(?:[_/-][a-z]+)+(?:[+-]?[0-9]+)?|\\(?[a-z]{1,6}\\)?(?![a-z])";
    private static final String ZONE = "(?<z>" + CORRECTION + "|" + ZONE_NAME + ")";
    private static final String YEAR = "(?<y>[0-9]{1,4})";
    private static final String YEAR4 = "(?<y>[0-9]{4})";
    private static final String YEAR2 = "(?<y>[0-9]{2})";
    private static final String MONTH = "(?<m>1[0-2]|0?[0-9])";
    private static final String MONTHLZ = "(?<m>1[0-2]|0[0-9])";
    private static final String DAY = "(?<d>3[01]|[0-2]?[0-9])(?:st|nd|rd|th)?";
    private static final String DAYLZ = "(?<d>3[01]|[0-2][0-9])";
    private static final String MONTH_FULL = "january|february|march|april|may|june|july|august|september|october|"
            + "november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec";
    private static final String MONTH_ABBR = "(?<m>jan|feb|mar|apr|may|jun|jul|aug|sept|sep|oct|nov|dec)";
    private static final String MONTH_TEXT = "(?<m>" + MONTH_FULL + "|viii|vii|iii|xii|iv|vi|ix|xi|ii|i|v|x)";
    private static final String DAY_TEXT = "(?:(?:sunday|monday|tuesday|wednesday|thursday|friday|saturday)s?|"
            + "sun|mon|tues|tue|wednes|wed|thurs|thur|thu|fri|sat|weekdays?)(?![a-z])";
    private static final String UNIT =
            "(?:ms|\u00b5s|(?:msec|millisecond|\u00b5sec|microsecond|usec|second|sec|minute|min|"
                    + "hour|day|fortnight|forthnight|month|year)s?|weeks|" + DAY_TEXT + ")(?![a-z])";
    private static final String TEXT_NUMBER = "first|second|third|fourth|fifth|sixth|seventh|eighth|eight|ninth|tenth|"
            + "eleventh|twelfth|next|last|previous|this";
    private static final String BLANKS = "[ \\t]+";

    static {
        words();
        times();
        numericDates();
        textDates();
        weeks();
        combined();
        RelativeForms.add();
    }

    private TimeForms() {}

    /** A character that does not fit, seen before the end of the text, spoils whatever follows it. */
    private static BitSet starts(Pattern pattern) {
        BitSet starts = new BitSet(ASCII);
        for (char c = 0; c < ASCII; c++) {
            Matcher matcher = pattern.matcher(String.valueOf(c));
            starts.set(c, matcher.lookingAt() || matcher.hitEnd());
        }
        return starts;
    }

    static void form(String pattern, boolean date, boolean time, Action action) {
        Pattern compiled = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        ALL.add(new Form(compiled, starts(compiled), date, time, action));
    }

    private static void dateForm(String pattern) {
        form(pattern, true, false, TimeReader::date);
    }

    private static void timeForm(String pattern) {
        form(pattern, false, true, TimeReader::time);
    }

    private static void bothForm(String pattern) {
        form(pattern, true, true, (reader, matcher) -> {
            reader.date(matcher);
            reader.time(matcher);
        });
    }

    /** A named group; null also when the pattern has none of that name. */
    static String group(Matcher matcher, String name) {
        try {
            return matcher.group(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void words() {
        form("now(?![a-z])", false, false, (reader, matcher) -> {});
        form("(?:midnight|today)(?![a-z])", false, false, (reader, matcher) -> reader.parts()
                .clearTime());
        form("noon(?![a-z])", false, true, (reader, matcher) -> {
            reader.parts().clearTime();
            reader.parts().setTime(12, 0, 0);
        });
        form("tomorrow(?![a-z])", false, false, (reader, matcher) -> {
            reader.parts().days++;
            reader.parts().clearTime();
        });
        form("yesterday(?![a-z])", false, false, (reader, matcher) -> {
            reader.parts().days--;
            reader.parts().clearTime();
        });
        form("@(?<n>-?[0-9]{1,15})(?:\\.(?<f>[0-9]{0,6}))?", true, true, (reader, matcher) -> {
            String fraction = group(matcher, "f");
            long seconds = Long.parseLong(matcher.group("n"));
            long micros = fraction == null || fraction.isEmpty() ? 0 : TimeUnits.micros(fraction);
            reader.parts().moment = Instant.ofEpochSecond(seconds, (seconds < 0 ? -micros : micros) * 1000);
            reader.parts().zone = Zone.offset(0);
        });
    }

    private static void times() {
        timeForm(HOUR12 + HALF);
        timeForm(HOUR12 + "[:.]" + MINUTELZ + HALF);
        timeForm(HOUR12 + "[:.]" + MINUTE + "[:.]" + SECONDLZ + HALF);
        timeForm(HOUR12 + ":" + MINUTELZ + ":" + SECONDLZ + "[:.](?<f>[0-9]+)" + HALF);
        timeForm("t" + HOUR24);
        timeForm("t?" + HOUR24 + "[:.]" + MINUTE);
        timeForm("t?" + HOUR24 + "[:.]" + MINUTE + "[:.]" + SECOND + "(?:[ \\t]*" + ZONE + ")?");
        timeForm("t?" + HOUR24 + "[:.]" + MINUTE + "[:.]" + SECOND + FRACTION + "(?:[ \\t]*" + ZONE + ")?");
        form("t?" + HOUR24LZ + MINUTELZ, false, false, TimeForms::timeOrYear);
        timeForm("t?" + HOUR24LZ + MINUTELZ + SECONDLZ + "(?:[ \\t]*" + ZONE + ")?");
        form("(?<word>back|front) of " + HOUR24 + "(?:" + HALF + ")?", false, true, (reader, matcher) -> {
            reader.time(matcher);
            boolean back = matcher.group("word").equalsIgnoreCase("back");
            reader.parts().hour -= back ? 0 : 1;
            reader.parts().minute = back ? 15 : 45;
        });
    }

    /** Four digits are a time, or the year behind a time. */
    private static void timeOrYear(TimeReader reader, Matcher matcher) {
        TimeParts parts = reader.parts();
        if (parts.hasTime) {
            if (parts.year != TimeParts.UNSET) {
                throw reader.error("Double time specification");
            }
            parts.year = Integer.parseInt(matcher.group("h") + matcher.group("i"));
            parts.hasDate = true;
        } else {
            reader.time(matcher);
        }
    }

    private static void numericDates() {
        dateForm(MONTH + "/" + DAY);
        dateForm(MONTH + "/" + DAY + "/" + YEAR);
        dateForm(YEAR4 + "/" + MONTHLZ + "/" + DAYLZ + "/?");
        dateForm("(?<y>[+-]?[0-9]{4})-" + MONTHLZ + "-" + DAYLZ);
        dateForm(YEAR2 + "-" + MONTHLZ + "-" + DAYLZ);
        dateForm("(?<y>[+-][0-9]{5,9})-" + MONTHLZ + "-" + DAYLZ);
        dateForm(YEAR4 + "-" + MONTH);
        dateForm(YEAR + "-" + MONTH + "-" + DAY);
        dateForm(DAY + "[.\\t-]" + MONTH + "[.-]" + YEAR4);
        dateForm(DAY + "[.\\t]" + MONTH + "\\." + YEAR2);
        dateForm(YEAR4 + MONTHLZ + DAYLZ);
        form(YEAR4, false, false, (reader, matcher) -> reader.parts().year = Integer.parseInt(matcher.group("y")));
        form(YEAR4 + "[.-]?(?<doy>00[1-9]|0[1-9][0-9]|[12][0-9][0-9]|3[0-5][0-9]|36[0-6])", true, false, (r, m) -> {
            LocalDate first = LocalDate.of(Integer.parseInt(m.group("y")), 1, 1);
            LocalDate date = first.plusDays(Integer.parseInt(m.group("doy")) - 1L);
            r.parts().setDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        });
    }

    private static void textDates() {
        dateForm(DAY + "[ \\t.-]*" + MONTH_TEXT + "[ \\t.-]*" + YEAR);
        dateForm(MONTH_TEXT + "[ .\\t-]*" + YEAR4);
        dateForm(YEAR4 + "[ .\\t-]*" + MONTH_TEXT);
        dateForm(MONTH_TEXT + "[ .\\t-]*" + DAY + "[,.stndrh\\t ]+" + YEAR);
        dateForm(MONTH_TEXT + "[ .\\t-]*" + DAY + "(?:[,.stndrh\\t ]+|$)");
        dateForm(DAY + "[ .\\t-]*" + MONTH_TEXT);
        dateForm(MONTH_ABBR + "-" + DAYLZ + "-" + YEAR);
        dateForm(YEAR + "-" + MONTH_ABBR + "-" + DAYLZ);
        form("(?<m>" + MONTH_FULL + ")(?![a-z])", false, false, (reader, matcher) -> {
            reader.parts().month = TimeUnits.month(matcher.group("m"));
            reader.parts().hasDate = true;
        });
    }

    private static void weeks() {
        form(YEAR4 + "-?W(?<w>0[1-9]|[1-4][0-9]|5[0-3])(?:-?(?<n>[0-7]))?", true, false, (reader, matcher) -> {
            LocalDate date = LocalDate.of(Integer.parseInt(matcher.group("y")), 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 1)
                    .with(java.time.DayOfWeek.MONDAY)
                    .plusWeeks(Integer.parseInt(matcher.group("w")) - 1L)
                    .plusDays(TimeUnits.number(matcher.group("n"), 1) - 1L);
            reader.parts().setDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        });
    }

    private static void combined() {
        bothForm(YEAR4 + "-" + MONTHLZ + "-" + DAYLZ + "T" + HOUR24LZ + ":" + MINUTELZ + ":" + SECONDLZ + FRACTION
                + "(?<z>" + CORRECTION + ")?");
        bothForm(YEAR4 + MONTHLZ + DAYLZ + "T" + HOUR24 + ":" + MINUTELZ + ":" + SECONDLZ);
        bothForm(YEAR4 + MONTHLZ + DAYLZ + "t" + HOUR24 + MINUTELZ + SECONDLZ);
        bothForm(YEAR4 + "-" + MONTH + "-" + DAY + "T" + HOUR24 + ":" + MINUTE + ":" + SECOND);
        bothForm(YEAR4 + ":" + MONTHLZ + ":" + DAYLZ + " " + HOUR24LZ + ":" + MINUTELZ + ":" + SECONDLZ);
        bothForm(DAY + "/" + MONTH_ABBR + "/" + YEAR4 + ":" + HOUR24LZ + ":" + MINUTELZ + ":" + SECONDLZ + BLANKS
                + "(?<z>" + CORRECTION + ")");
        String noYear = MONTH_TEXT + "[ .\\t-]*" + DAY + "[,.stndrh\\t ]+";
        bothForm(noYear + HOUR12 + "[:.]" + MINUTELZ + HALF);
        bothForm(noYear + HOUR12 + "[:.]" + MINUTE + "[:.]" + SECONDLZ + HALF);
        bothForm(noYear + "t?" + HOUR24 + "[:.]" + MINUTE);
        bothForm(noYear + "t?" + HOUR24 + "[:.]" + MINUTE + "[:.]" + SECOND + "(?:[ \\t]*" + ZONE + ")?");
    }

    /** The forms that move. */
    private static final class RelativeForms {

        private RelativeForms() {}

        static void add() {
            form("(?<fl>first|last) day of(?![a-z])", false, false, (reader, matcher) -> {
                reader.parts().firstLastDay = matcher.group("fl").equalsIgnoreCase("first") ? 1 : -1;
            });
            form(
                    "(?<t>" + TEXT_NUMBER + ")" + BLANKS + "(?<u>" + DAY_TEXT + ")" + BLANKS + "of(?![a-z])",
                    false,
                    false,
                    (r, m) -> {
                        int amount = TimeUnits.amount(m.group("t"));
                        r.parts().special =
                                amount > 0 ? TimeParts.Special.DAY_IN_MONTH : TimeParts.Special.LAST_DAY_IN_MONTH;
                        int behavior = amount > 0 ? 1 : TimeUnits.behavior(m.group("t"));
                        r.parts().clearTime();
                        TimeUnits.move(r.parts(), amount, m.group("u"), new TimeUnits.Movement(behavior, false));
                    });
            amounts();
            form(DAY_TEXT, false, false, RelativeForms::weekday);
            form("ago(?![a-z])", false, false, (reader, matcher) -> reader.parts()
                    .ago());
            form(ZONE, false, false, (reader, matcher) -> reader.zone(matcher.group("z")));
        }

        private static void amounts() {
            form("(?<t>next|last|previous|this)" + BLANKS + "week(?![a-z])", false, false, RelativeForms::week);
            form("(?<t>" + TEXT_NUMBER + ")" + BLANKS + "(?<u>" + UNIT + ")", false, false, (reader, matcher) -> {
                String word = matcher.group("t");
                TimeUnits.Movement movement = new TimeUnits.Movement(TimeUnits.behavior(word), false);
                TimeUnits.move(reader.parts(), TimeUnits.amount(word), matcher.group("u"), movement);
            });
            form("(?<n>[+-]*[ \\t]*[0-9]{1,13})[ \\t]*(?<u>" + UNIT + "|week(?![a-z]))", false, false, (r, m) -> {
                String written = m.group("n");
                long minus = written.chars().filter(c -> c == '-').count();
                long amount = Long.parseLong(written.replaceAll("[^0-9]", ""));
                TimeUnits.Movement movement = new TimeUnits.Movement(1, true);
                TimeUnits.move(r.parts(), minus % 2 == 0 ? amount : -amount, m.group("u"), movement);
            });
        }

        private static void week(TimeReader reader, Matcher matcher) {
            TimeParts parts = reader.parts();
            parts.days += 7L * TimeUnits.amount(matcher.group("t"));
            parts.weekdayBehavior = 2;
            if (!parts.hasWeekday) {
                parts.hasWeekday = true;
                parts.weekday = 1;
            }
        }

        private static void weekday(TimeReader reader, Matcher matcher) {
            TimeParts parts = reader.parts();
            parts.clearTime();
            int weekday = TimeUnits.weekday(matcher.group());
            parts.hasWeekday = true;
            parts.weekday = weekday < 0 ? 1 : weekday;
            parts.weekdayBehavior = parts.weekdayBehavior == 2 ? 2 : 1;
        }
    }
}
