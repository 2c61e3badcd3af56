// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.fleet;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import org.smartems.simulator.Figures;

/** Counts times in buckets whose width grows with the time, so that each is known to 2 %. Any number of threads. */
final class Histogram {

    // 64 buckets for each doubling, of microseconds
    private static final int SHIFT = 6;
    private static final int SUB = 1 << SHIFT;
    private static final int BUCKETS = SUB * (64 - SHIFT);

    private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);

    void add(Duration time) {
        counts.incrementAndGet(bucket(Math.max(0, time.toNanos() / 1000)));
    }

    Counts counts() {
        long[] copy = new long[BUCKETS];
        Arrays.setAll(copy, counts::get);
        return new Counts(copy);
    }

    static int bucket(long micros) {
        int doublings = Math.max(0, 63 - Long.numberOfLeadingZeros(micros | 1) - SHIFT);
        return doublings * SUB + (int) (micros >>> doublings);
    }

    /** The longest time in a bucket. */
    static long micros(int bucket) {
        int doublings = Math.max(0, bucket / SUB - 1);
        long first = bucket - (long) doublings * SUB;
        return ((first + 1) << doublings) - 1;
    }

    /** The counts at one moment, or between two. */
    static final class Counts {

        private final long[] counts;

        private Counts(long[] counts) {
            this.counts = counts;
        }

        Counts minus(Counts earlier) {
            long[] difference = new long[BUCKETS];
            Arrays.setAll(difference, i -> counts[i] - earlier.counts[i]);
            return new Counts(difference);
        }

        Figures.Spread spread() {
            return new Figures.Spread(at(0.5), at(0.9), at(0.99), at(1));
        }

        private Duration at(double share) {
            long total = Arrays.stream(counts).sum();
            long rank = (long) Math.ceil(total * share);
            long seen = 0;
            for (int i = 0; i < BUCKETS && rank > 0; i++) {
                seen += counts[i];
                if (seen >= rank) {
                    return Duration.ofNanos(micros(i) * 1000);
                }
            }
            return Duration.ZERO;
        }
    }
}
