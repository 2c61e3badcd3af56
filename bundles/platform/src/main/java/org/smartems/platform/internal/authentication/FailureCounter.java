// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts failures per key within a window, in bounded memory: the key not seen for longest is forgotten first. */
final class FailureCounter {

    private static final int MAXIMUM_KEYS = 10_000;
    private static final Duration UNTIL_LOCKED = Duration.ofDays(3650);

    private record Window(Instant end, int failures) {}

    private final Clock clock;
    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MAXIMUM_KEYS;
        }
    };

    FailureCounter(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts a failure before it is known to be one, so that many attempts at once are not more than the limit.
     *
     * @return false when the limit was reached before; nothing is counted then
     */
    synchronized boolean reserve(String key, int limit, Duration window) {
        int before = failures(key);
        if (before >= limit) {
            return false;
        }
        // a window that is open keeps its end: what proves to be no failure must not prolong it
        Instant end =
                before == 0 ? clock.instant().plus(window) : windows.get(key).end();
        windows.put(key, new Window(end, before + 1));
        return true;
    }

    /** Takes a failure back that was none. */
    synchronized void release(String key) {
        Window window = windows.get(key);
        if (window != null && window.failures() > 0) {
            windows.put(key, new Window(window.end(), window.failures() - 1));
        }
    }

    /** True for the first of the calls within a window. */
    synchronized boolean first(String key, Duration window) {
        return reserve(key, 1, window);
    }

    /**
     * Counts a failure unless the key is locked, and locks it at the limit. Failures below the limit add up for
     * however long, as those of a user do.
     *
     * @return whether the key was locked before
     */
    synchronized boolean locked(String key, int limit, Duration lock) {
        int before = failures(key);
        if (before >= limit) {
            return true;
        }
        count(key, before + 1, before + 1 >= limit ? lock : UNTIL_LOCKED);
        return false;
    }

    private int failures(String key) {
        Window window = windows.get(key);
        return window != null && window.end().isAfter(clock.instant()) ? window.failures() : 0;
    }

    private void count(String key, int failures, Duration window) {
        windows.put(key, new Window(clock.instant().plus(window), failures));
    }
}
