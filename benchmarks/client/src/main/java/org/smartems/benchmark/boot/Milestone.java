// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.boot;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What a server has behind it when it logs a line. */
enum Milestone {
    /** The first line of all: Java and the framework run. */
    FRAMEWORK("framework up", "", true),
    /** What is to be installed is known; only where a home or a build is new. */
    RESOLVED("bundles resolved", "| Changes to perform:", true),
    /** Bundles are copied into the home; only where it is new. */
    INSTALLED("bundles installed", "| Starting bundles:", true),
    /** Every bundle has been started. */
    STARTED("bundles started", "| Deployment finished.", true),
    /** The database server takes connections, after a recovery where it needs one. */
    DATABASE("database started", "| PostgreSQL answers on port", true),
    /** The tables of the last bundle are as they should be. */
    SCHEMAS("schemas migrated", " scripts, ", false);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss,SSS", Locale.ROOT);

    private final String label;
    private final String text;
    private final boolean first;

    Milestone(String label, String text, boolean first) {
        this.label = label;
        this.text = text;
        this.first = first;
    }

    String label() {
        return label;
    }

    /**
     * When a server that was started at a moment reached which of them.
     *
     * @param log of the server, of earlier starts, too
     * @param started when it was started
     * @param zone of the times in the log
     * @return seconds since it was started; those that it did not reach are missing
     */
    static Map<Milestone, Double> seconds(String log, Instant started, ZoneId zone) {
        Map<Milestone, Double> seconds = new EnumMap<>(Milestone.class);
        log.lines().forEach(line -> {
            double after = (time(line, zone).toEpochMilli() - started.toEpochMilli()) / 1000.0;
            if (after >= 0) {
                for (Milestone milestone : values()) {
                    if (line.contains(milestone.text)) {
                        seconds.merge(milestone, after, (old, now) -> milestone.first ? old : now);
                    }
                }
            }
        });
        return seconds;
    }

    /** Long ago when the line goes on with what another one began. */
    private static Instant time(String line, ZoneId zone) {
        int end = line.indexOf(" | ");
        try {
            return end < 0
                    ? Instant.EPOCH
                    : LocalDateTime.parse(line.substring(0, end), TIME)
                            .atZone(zone)
                            .toInstant();
        } catch (DateTimeParseException goesOn) {
            return Instant.EPOCH;
        }
    }
}
