// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.metrics;

import java.util.Arrays;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Counts values by size. Safe for use by many threads, which hardly hinder each other; the figures of one moment may
 * lack what is being recorded.
 */
@ProviderType
public final class Histogram {

    private static final double[] SECONDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    private static final double NANOS = 1e9;

    private final double[] bounds;
    private final LongAdder[] counts;
    private final DoubleAdder sum = new DoubleAdder();

    private Histogram(double[] bounds) {
        this.bounds = bounds;
        this.counts = new LongAdder[bounds.length + 1];
        Arrays.setAll(counts, i -> new LongAdder());
    }

    /**
     * For times from a millisecond to ten seconds.
     *
     * @return counts nothing yet
     */
    public static Histogram ofSeconds() {
        return new Histogram(SECONDS);
    }

    /**
     * For other values.
     *
     * @param bounds the largest value of each size but the last, ascending
     * @return counts nothing yet
     * @throws IllegalArgumentException when there are no bounds, or they do not ascend
     */
    public static Histogram of(double... bounds) {
        for (int i = 1; i < bounds.length; i++) {
            if (!(bounds[i - 1] < bounds[i])) {
                throw new IllegalArgumentException("bounds must ascend");
            }
        }
        if (bounds.length == 0) {
            throw new IllegalArgumentException("bounds are missing");
        }
        return new Histogram(bounds.clone());
    }

    /**
     * Counts a value.
     *
     * @param value belongs to the first size whose bound is not smaller
     */
    public void record(double value) {
        int size = 0;
        while (size < bounds.length && value > bounds[size]) {
            size++;
        }
        counts[size].increment();
        sum.add(value);
    }

    /**
     * Counts the time since a moment, in seconds.
     *
     * @param nanoTime what {@link System#nanoTime} was then
     */
    public void recordSince(long nanoTime) {
        record((System.nanoTime() - nanoTime) / NANOS);
    }

    /**
     * The largest value of each size but the last.
     *
     * @return a copy, ascending
     */
    public double[] bounds() {
        return bounds.clone();
    }

    /**
     * How many values are of each size.
     *
     * @return one more than there are bounds; not added up
     */
    public long[] counts() {
        return Arrays.stream(counts).mapToLong(LongAdder::sum).toArray();
    }

    /**
     * All values together.
     *
     * @return 0 without any
     */
    public double sum() {
        return sum.sum();
    }
}
