// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Follows a log: what is committed late, or by another server, is not missed. Belongs to one thread.
 *
 * @param <T> what is followed
 */
public final class LogFollower<T extends LogEntry> {

    /** Longer than a contact takes from its decision to its commit. */
    private static final Duration LATE = Duration.ofSeconds(15);

    private final Function<Instant, List<T>> log;
    private final Map<Long, Instant> seen = new HashMap<>();
    private Instant last;

    /**
     * Follows from a moment on.
     *
     * @param log answers the entries since a moment, the latest first
     * @param start the first moment
     */
    public LogFollower(Function<Instant, List<T>> log, Instant start) {
        this.log = log;
        this.last = start;
    }

    /**
     * What has been added since the last call.
     *
     * @return the earliest first
     */
    public List<T> next() {
        List<T> entries = new ArrayList<>(log.apply(last.minus(LATE)));
        Collections.reverse(entries);
        entries.removeIf(entry -> seen.putIfAbsent(entry.id(), entry.createdAt()) != null);
        for (T entry : entries) {
            last = entry.createdAt().isAfter(last) ? entry.createdAt() : last;
        }
        seen.values().removeIf(moment -> moment.isBefore(last.minus(LATE)));
        return entries;
    }
}
