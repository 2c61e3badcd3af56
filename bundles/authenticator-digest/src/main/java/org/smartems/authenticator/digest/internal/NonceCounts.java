// SPDX-License-Identifier: Apache-2.0
package org.smartems.authenticator.digest.internal;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which counts of which nonces were used on this node. Nonces that it must forget early, for want of space or because
 * it was not running when they were made, count as used.
 */
final class NonceCounts {

    private static final long SECOND = 1000;

    private final TreeMap<Long, Map<String, Window>> bySecond = new TreeMap<>();
    private final Clock clock;
    private final int most;
    private long forgotten;
    private int size;

    /** Keeps up to so many nonces. */
    NonceCounts(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
        this.forgotten = clock.instant().plus(Nonces.LIFETIME).toEpochMilli() / SECOND - 1;
    }

    /** Whether a count is used for the first time; it is used from now on. */
    synchronized boolean use(String nonce, long expiry, long count) {
        forgetExpired();
        long second = expiry / SECOND;
        if (second <= forgotten) {
            return false;
        }
        Map<String, Window> nonces = bySecond.computeIfAbsent(second, any -> new HashMap<>());
        boolean first = nonces.computeIfAbsent(nonce, any -> begin()).use(count);
        if (size > most) {
            forgotten = bySecond.firstKey();
            forgetFirst();
        }
        return first;
    }

    private Window begin() {
        size++;
        return new Window();
    }

    private void forgetExpired() {
        long now = clock.millis() / SECOND;
        while (!bySecond.isEmpty() && bySecond.firstKey() < now) {
            forgetFirst();
        }
    }

    private void forgetFirst() {
        size -= bySecond.pollFirstEntry().getValue().size();
    }

    /** The highest count so far and which of the 63 below it were used: requests may overtake each other. */
    private static final class Window {

        private long highest = -1;
        private long used;

        boolean use(long count) {
            if (count > highest) {
                long step = count - highest;
                used = (step < Long.SIZE ? used << step : 0) | 1;
                highest = count;
                return true;
            }
            long back = highest - count;
            if (back >= Long.SIZE || (used >>> back & 1) == 1) {
                return false;
            }
            used |= 1L << back;
            return true;
        }
    }
}
