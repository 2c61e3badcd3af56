// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.metrics;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells figures whenever monitoring asks for them; register it as a service.
 *
 * <p>A source counts in memory of its own, such as a {@link java.util.concurrent.atomic.LongAdder} or a
 * {@link Histogram}, and costs nothing while nobody asks.
 */
@ConsumerType
public interface MetricSource {

    /**
     * Tells all figures of this moment. By any thread, by several at once, and every few seconds.
     *
     * @param metrics to be told; not to be used after this call
     * @throws RuntimeException leaves this source out of the answer, and is counted
     */
    void measure(Metrics metrics);
}
