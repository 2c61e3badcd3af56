// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

/** How long to wait before the next try: doubling, and short again after a good run. */
final class BackOff {

    private static final long SHORTEST_MILLIS = 200;
    private static final long LONGEST_MILLIS = 30_000;

    private long next = SHORTEST_MILLIS;

    long next() {
        long now = next;
        next = Math.min(now * 2, LONGEST_MILLIS);
        return now;
    }

    /** A run shorter than the longest wait proves nothing: the server may crash at each start. */
    void ranFor(long millis) {
        if (millis >= LONGEST_MILLIS) {
            next = SHORTEST_MILLIS;
        }
    }
}
