// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.util.concurrent.TimeUnit;

/** How quickly those who wait are served; what is longer ago counts less. For one thread at a time. */
final class Pace {

    private static final long MEMORY_NANOS = TimeUnit.SECONDS.toNanos(4);

    /** Requests end in batches: fewer than these tell nothing. */
    private static final int ENOUGH = 32;

    private long since;
    private double served;
    private int enough = 1;

    /** Somebody begins to wait, for one of so many places; nothing is known yet. */
    void begin(long now, int places) {
        since = now;
        served = 0;
        enough = Math.min(places, ENOUGH);
    }

    /** Somebody was served. */
    void count(long now) {
        served++;
        if (now - since > MEMORY_NANOS && served > 2 * enough) {
            since = now - (now - since) / 2;
            served /= 2;
        }
    }

    /** How long so many take to be served; 0 while nobody knows. */
    long nanosFor(int requests, long now) {
        return served < enough ? 0 : (long) ((now - since) / served * requests);
    }
}
