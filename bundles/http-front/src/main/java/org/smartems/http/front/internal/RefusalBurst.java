// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts devices that are sent away, and tells the log when that begins and when it is over, not of each of them. */
final class RefusalBurst {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalBurst.class);
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final LongSupplier nanoTime;
    private long total;
    private int size;
    private long begin;
    private long last;

    RefusalBurst(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** One more; says how many of them this burst has by now. */
    synchronized int add(int waiting) {
        last = nanoTime.getAsLong();
        total++;
        if (size == 0) {
            begin = last;
            LOG.warn("More devices call than can be served: {} wait, others are sent away with 503", waiting);
        }
        return ++size;
    }

    /** To be called now and then. */
    synchronized void endIfQuiet() {
        if (size > 0 && nanoTime.getAsLong() - last >= QUIET_NANOS) {
            LOG.warn(
                    "{} requests of devices were sent away with 503 within {} s; all are served again",
                    size,
                    1 + TimeUnit.NANOSECONDS.toSeconds(last - begin));
            size = 0;
        }
    }

    synchronized long total() {
        return total;
    }
}
