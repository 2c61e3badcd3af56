// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void knowsEveryTimeToTwoPercent() {
        for (long micros = 0; micros < 10_000_000_000L; micros += 1 + micros / 50) {
            long told = Histogram.micros(Histogram.bucket(micros));
            assertThat(told).isBetween(micros, micros + micros / 50);
        }
    }

    @Test
    void tellsQuantiles() {
        Histogram histogram = new Histogram();
        for (int i = 1; i <= 100; i++) {
            histogram.add(Duration.ofNanos(i * 1000L));
        }

        assertThat(histogram.counts().spread().p50()).isEqualTo(Duration.ofNanos(50_000));
        assertThat(histogram.counts().spread().p99()).isEqualTo(Duration.ofNanos(99_000));
        assertThat(histogram.counts().spread().max()).isEqualTo(Duration.ofNanos(100_000));
    }

    @Test
    void tellsWhatCameBetweenTwoMoments() {
        Histogram histogram = new Histogram();
        histogram.add(Duration.ofSeconds(100));
        Histogram.Counts before = histogram.counts();
        histogram.add(Duration.ofNanos(7000));

        assertThat(histogram.counts().minus(before).spread().max()).isEqualTo(Duration.ofNanos(7000));
        assertThat(before.minus(before).spread().max()).isZero();
    }
}
