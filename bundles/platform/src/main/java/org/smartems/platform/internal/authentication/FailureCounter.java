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

    synchronized boolean reached(String key, int limit) {
        Window window = windows.get(key);
        return window != null && window.end().isAfter(clock.instant()) && window.failures() >= limit;
    }

    /** The window is counted from the latest failure. */
    synchronized void failed(String key, Duration duration) {
        Instant now = clock.instant();
        Window window = windows.get(key);
        int before = window != null && window.end().isAfter(now) ? window.failures() : 0;
        windows.put(key, new Window(now.plus(duration), before + 1));
    }
}
