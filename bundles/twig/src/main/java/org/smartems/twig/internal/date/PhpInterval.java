// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.date;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.smartems.twig.internal.text.JsonText;
import org.smartems.twig.internal.value.PhpArray;
import org.smartems.twig.internal.value.WithMembers;

/** The time between two dates, as PHP's {@code DateInterval}; immutable. */
public final class PhpInterval implements WithMembers, JsonText.Exposed {

    private static final int MONTHS = 12;
    private static final long DAY_SECONDS = 86_400;
    private static final double MICROS = 1e6;
    private static final int NANOS = 1000;

    private final PhpArray parts = new PhpArray();
    private final long micros;

    private PhpInterval(long months, long days, Duration rest, Totals totals) {
        micros = rest.toNanosPart() / NANOS;
        parts.put("y", months / MONTHS);
        parts.put("m", months % MONTHS);
        parts.put("d", days);
        parts.put("h", (long) rest.toHoursPart());
        parts.put("i", (long) rest.toMinutesPart());
        parts.put("s", (long) rest.toSecondsPart());
        parts.put("f", micros / MICROS);
        parts.put("invert", totals.invert ? 1L : 0L);
        parts.put("days", totals.days);
        parts.put("from_string", false);
    }

    private record Totals(boolean invert, long days) {}

    static PhpInterval between(PhpDate from, PhpDate to) {
        boolean invert = to.instant().isBefore(from.instant());
        PhpDate earlier = invert ? to : from;
        PhpDate later = invert ? from : to;
        boolean same = earlier.zone().kind() == Zone.REGION && earlier.zone().equals(later.zone());
        LocalDateTime start = earlier.local();
        LocalDateTime end = same ? later.local() : start.plus(Duration.between(earlier.instant(), later.instant()));
        Duration elapsed = Duration.between(earlier.instant(), later.instant());
        if (same && (elapsed.getSeconds() < DAY_SECONDS || end.isBefore(start))) {
            return new PhpInterval(0, 0, elapsed, new Totals(invert, 0));
        }
        long days = same ? ChronoUnit.DAYS.between(start, end) : elapsed.getSeconds() / DAY_SECONDS;
        return split(start, end, new Totals(invert, days));
    }

    private static PhpInterval split(LocalDateTime start, LocalDateTime end, Totals totals) {
        long months = (end.getYear() - (long) start.getYear()) * MONTHS + end.getMonthValue() - start.getMonthValue();
        long days = end.getDayOfMonth() - start.getDayOfMonth();
        Duration rest = Duration.between(start.toLocalTime(), end.toLocalTime());
        if (rest.isNegative()) {
            rest = rest.plusDays(1);
            days--;
        }
        YearMonth month = YearMonth.from(totals.invert ? start : end);
        while (days < 0) {
            month = totals.invert ? month : month.minusMonths(1);
            days += month.lengthOfMonth();
            months--;
            month = totals.invert ? month.plusMonths(1) : month;
        }
        return new PhpInterval(months, days, rest, totals);
    }

    /**
     * Writes it.
     *
     * @param pattern letters behind percent signs
     * @return the text
     */
    public String format(String pattern) {
        DateFormat.checkLength(pattern);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%' && i + 1 < pattern.length()) {
                text.append(part(pattern.charAt(++i)));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private String part(char letter) {
        return switch (letter) {
            case 'Y' ->
                number("y") < 10_000
                        ? ("0000" + number("y"))
                                .substring(String.valueOf(number("y")).length())
                        : String.valueOf(number("y"));
            case 'M', 'D', 'H', 'I', 'S' -> Zone.two(number(String.valueOf(Character.toLowerCase(letter))));
            case 'y', 'm', 'd', 'h', 'i', 's' -> String.valueOf(number(String.valueOf(letter)));
            case 'F' -> String.valueOf(1_000_000 + micros).substring(1);
            case 'f' -> String.valueOf(micros);
            case 'a' -> String.valueOf(number("days"));
            case 'R' -> number("invert") == 1 ? "-" : "+";
            case 'r' -> number("invert") == 1 ? "-" : "";
            case '%' -> "%";
            default -> "%" + letter;
        };
    }

    private long number(String name) {
        return (Long) parts.get(name);
    }

    @Override
    public String typeName() {
        return "DateInterval";
    }

    @Override
    public boolean hasMember(String name) {
        return parts.has(name) || name.equals("format");
    }

    @Override
    public Object member(String name, Object[] arguments) {
        return name.equals("format") && arguments.length > 0 ? format(String.valueOf(arguments[0])) : parts.get(name);
    }

    @Override
    public PhpArray properties() {
        return parts;
    }
}
