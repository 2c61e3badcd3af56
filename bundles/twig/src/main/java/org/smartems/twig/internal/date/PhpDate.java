// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.date;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.smartems.twig.internal.text.JsonText;
import org.smartems.twig.internal.value.Compare;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.PhpArray;
import org.smartems.twig.internal.value.WithMembers;

/** A moment in a time zone, as PHP's {@code DateTime}; immutable. */
public final class PhpDate implements Compare.Ordered, WithMembers, JsonText.Exposed {

    private static final Set<String> MEMBERS =
            Set.of("format", "modify", "diff", "timestamp", "offset", "timezone", "settimezone");

    private final Instant instant;
    private final Zone zone;

    PhpDate(Instant instant, Zone zone) {
        this.instant = instant;
        this.zone = zone;
    }

    /**
     * A moment in a time zone.
     *
     * @param instant the moment
     * @param zone its zone
     * @return the date
     */
    public static PhpDate of(Instant instant, ZoneId zone) {
        return new PhpDate(instant, Zone.of(zone));
    }

    Instant instant() {
        return instant;
    }

    Zone zone() {
        return zone;
    }

    LocalDateTime local() {
        return LocalDateTime.ofInstant(instant, zone.id());
    }

    /**
     * The same moment elsewhere.
     *
     * @param id of the zone
     * @return the date
     */
    public PhpDate in(ZoneId id) {
        return new PhpDate(instant, Zone.of(id));
    }

    /**
     * The same moment elsewhere.
     *
     * @param name an offset, abbreviation or identifier
     * @return the date
     */
    public PhpDate in(String name) {
        return new PhpDate(instant, DateText.zone(name));
    }

    /**
     * Writes it.
     *
     * @param pattern letters of PHP's {@code date()}
     * @return the text
     */
    public String format(String pattern) {
        return DateFormat.format(this, pattern);
    }

    /**
     * Moves it.
     *
     * @param text such as {@code +1 day}
     * @return null when the text cannot be read
     */
    public PhpDate modify(String text) {
        return DateText.modify(this, text);
    }

    @Override
    public int order(Compare.Ordered other) {
        return other instanceof PhpDate date ? Integer.signum(instant.compareTo(date.instant)) : 1;
    }

    @Override
    public String typeName() {
        return "DateTime";
    }

    @Override
    public boolean hasMember(String name) {
        return MEMBERS.contains(plain(name));
    }

    /** Names of methods are not case sensitive, and {@code get} may be left out. */
    static String plain(String name) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        return lower.startsWith("get") ? lower.substring("get".length()) : lower;
    }

    @Override
    public Object member(String name, Object[] arguments) {
        return switch (plain(name)) {
            case "timestamp" -> instant.getEpochSecond();
            case "offset" -> (long) zone.offsetAt(instant);
            case "timezone" -> new PhpZone(zone);
            case "format" -> format(argument(arguments, name));
            case "modify" -> {
                PhpDate moved = modify(argument(arguments, name));
                yield moved == null ? (Object) false : moved;
            }
            case "settimezone" ->
                arguments.length > 0 && arguments[0] instanceof PhpZone other
                        ? new PhpDate(instant, other.zone())
                        : this;
            default -> PhpInterval.between(this, date(arguments, name));
        };
    }

    private static String argument(Object[] arguments, String method) {
        return Convert.argument(first(arguments, method), "DateTime::" + method + "(): Argument #1");
    }

    private static PhpDate date(Object[] arguments, String method) {
        if (first(arguments, method) instanceof PhpDate date) {
            return date;
        }
        throw Fault.thrown("DateTime::" + method + "(): Argument #1 must be of type DateTimeInterface");
    }

    private static Object first(Object[] arguments, String method) {
        if (arguments.length == 0) {
            throw Fault.thrown("DateTime::" + method + "() expects exactly 1 argument, 0 given");
        }
        return arguments[0];
    }

    @Override
    public PhpArray properties() {
        PhpArray properties = new PhpArray();
        properties.put("date", format("Y-m-d H:i:s.u"));
        properties.put("timezone_type", (long) zone.kind());
        properties.put("timezone", zone.name());
        return properties;
    }
}
