// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.authentication;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts failed attempts to log in, by address and name and by address alone, for a minute each. Nobody with the right
 * credentials is ever asked to wait: whoever fails too often is, and fills no log any more.
 */
final class FailureThrottle {

    private static final Logger LOG = LoggerFactory.getLogger(FailureThrottle.class);
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final int OF_ONE_NAME = 20;
    private static final int OF_ONE_ADDRESS = 200;
    private static final int MOST_KEYS = 10_000;

    private final LongSupplier nanoTime;
    private final Map<Key, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Count> eldest) {
            return size() > MOST_KEYS;
        }
    };

    private record Key(String address, String username) {}

    private static final class Count {

        private final long begin;
        private int failures;

        Count(long begin) {
            this.begin = begin;
        }
    }

    FailureThrottle(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Counts a failed attempt; says in how many seconds the next one counts anew when it was one too many. */
    synchronized OptionalLong failed(String address, String username) {
        long now = nanoTime.getAsLong();
        long wait = Math.max(
                count(new Key(address, username), OF_ONE_NAME, now),
                count(new Key(address, null), OF_ONE_ADDRESS, now));
        return wait == 0
                ? OptionalLong.empty()
                : OptionalLong.of(1 + wait / Duration.ofSeconds(1).toNanos());
    }

    private long count(Key key, int most, long now) {
        Count count = counts.compute(key, (any, former) -> isOver(former, now) ? new Count(now) : former);
        if (++count.failures == most + 1) {
            LOG.warn(
                    "More than {} failed logins within a minute from {}: the rest of them is not stored",
                    most,
                    key.address());
        }
        return count.failures > most ? MINUTE - (now - count.begin) : 0;
    }

    private static boolean isOver(Count count, long now) {
        return count == null || now - count.begin >= MINUTE;
    }
}
