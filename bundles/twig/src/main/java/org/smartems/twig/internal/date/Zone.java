// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.date;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/**
 * A time zone as PHP knows them: an offset, an abbreviation or a region.
 *
 * @param id the rules
 * @param kind 1 for an offset, 2 for an abbreviation, 3 for a region
 * @param name how it is shown; of a region, its identifier
 */
record Zone(ZoneId id, int kind, String name) {

    static final int OFFSET = 1;
    static final int ABBREVIATION = 2;
    static final int REGION = 3;

    private static final Map<String, String> REGIONS = new HashMap<>();
    private static final Map<String, Integer> ABBREVIATIONS = new HashMap<>();
    private static final int HOUR = 60;
    private static final int MINUTE_SECONDS = 60;
    private static final int HOUR_SECONDS = 3600;

    static {
        for (String region : ZoneId.getAvailableZoneIds()) {
            REGIONS.put(region.toLowerCase(Locale.ROOT), region);
        }
        abbreviations(0, "gmt", "z", "wet", "utc");
        abbreviations(HOUR, "cet", "bst", "west", "wat", "ist");
        abbreviations(2 * HOUR, "cest", "eet", "sast", "cat");
        abbreviations(3 * HOUR, "eest", "msk", "eat");
        abbreviations(4 * HOUR, "msd");
        abbreviations(5 * HOUR, "pkt");
        abbreviations(8 * HOUR, "hkt", "awst", "sgt");
        abbreviations(9 * HOUR, "jst", "kst");
        abbreviations(9 * HOUR + HOUR / 2, "acst");
        abbreviations(10 * HOUR, "aest");
        abbreviations(10 * HOUR + HOUR / 2, "acdt");
        abbreviations(11 * HOUR, "aedt");
        abbreviations(12 * HOUR, "nzst");
        abbreviations(13 * HOUR, "nzdt");
        abbreviations(-3 * HOUR, "adt");
        abbreviations(-4 * HOUR, "ast", "edt");
        abbreviations(-5 * HOUR, "est", "cdt");
        abbreviations(-6 * HOUR, "cst", "mdt");
        abbreviations(-7 * HOUR, "mst", "pdt");
        abbreviations(-8 * HOUR, "pst", "akdt");
        abbreviations(-9 * HOUR, "akst");
        abbreviations(-10 * HOUR, "hst");
        letters();
    }

    private static void abbreviations(int minutes, String... names) {
        for (String name : names) {
            ABBREVIATIONS.put(name, minutes);
        }
    }

    /** The letters of the armed forces: a to m east, n to y west. */
    private static void letters() {
        String east = "abcdefghiklm";
        String west = "nopqrstuvwxy";
        for (int i = 0; i < east.length(); i++) {
            ABBREVIATIONS.put(east.substring(i, i + 1), (i + 1) * HOUR);
            ABBREVIATIONS.put(west.substring(i, i + 1), -(i + 1) * HOUR);
        }
    }

    static Zone of(ZoneId id) {
        ZoneId plain = id.normalized() instanceof ZoneOffset offset ? offset : id;
        if (plain instanceof ZoneOffset offset && !id.getId().equals("UTC")) {
            return offset(offset.getTotalSeconds());
        }
        return new Zone(id, REGION, id.getId().equals("Z") ? "UTC" : id.getId());
    }

    static Zone offset(int seconds) {
        return new Zone(ZoneOffset.ofTotalSeconds(seconds), OFFSET, shown(seconds, ":"));
    }

    /** The zone of a name; null when there is none. */
    static Zone named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("utc")) {
            return new Zone(ZoneId.of("UTC"), REGION, "UTC");
        }
        Integer minutes = ABBREVIATIONS.get(lower);
        if (minutes != null) {
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(minutes * MINUTE_SECONDS);
            return new Zone(offset, ABBREVIATION, name.toUpperCase(Locale.ROOT));
        }
        String region = REGIONS.get(lower);
        return region == null ? null : new Zone(ZoneId.of(region), REGION, region);
    }

    int offsetAt(Instant instant) {
        return id.getRules().getOffset(instant).getTotalSeconds();
    }

    boolean isSummerAt(Instant instant) {
        return kind == ABBREVIATION
                ? name.length() > 2 && name.endsWith("DT")
                        || name.equals("CEST")
                        || name.equals("EEST")
                        || name.equals("BST")
                        || name.equals("WEST")
                : id.getRules().isDaylightSavings(instant);
    }

    String abbreviationAt(Instant instant) {
        if (kind == ABBREVIATION) {
            return name;
        }
        if (kind == OFFSET) {
            return "GMT" + shown(offsetAt(instant), "");
        }
        if (name.equals("UTC")) {
            return name;
        }
        String shown = TimeZone.getTimeZone(id).getDisplayName(isSummerAt(instant), TimeZone.SHORT, Locale.ENGLISH);
        return shown.startsWith("GMT") && shown.length() > 3 ? shown(offsetAt(instant), ":") : shown;
    }

    static String shown(int seconds, String separator) {
        int size = Math.abs(seconds);
        return (seconds < 0 ? "-" : "+")
                + two(size / HOUR_SECONDS)
                + separator
                + two(size % HOUR_SECONDS / MINUTE_SECONDS);
    }

    static String two(long number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
