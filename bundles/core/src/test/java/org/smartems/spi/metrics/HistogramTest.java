// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void aValueOnABoundBelongsBelowIt() {
        Histogram histogram = Histogram.of(1, 10);
        for (double value : new double[] {0, 1, 1.5, 10, 11, 1000}) {
            histogram.record(value);
        }
        assertThat(histogram.bounds()).containsExactly(1, 10);
        assertThat(histogram.counts()).containsExactly(2, 2, 2);
        assertThat(histogram.sum()).isEqualTo(1023.5);
    }

    @Test
    void timesAreInSeconds() {
        Histogram histogram = Histogram.ofSeconds();
        histogram.recordSince(System.nanoTime() - 3_000_000_000L);
        assertThat(histogram.sum()).isBetween(3.0, 60.0);
        assertThat(histogram.counts()).hasSize(histogram.bounds().length + 1);
        assertThat(histogram.bounds()).isSorted().endsWith(10);
    }

    @Test
    void manyThreadsLoseNothing() {
        Histogram histogram = Histogram.of(50);
        IntStream.range(0, 10_000).parallel().forEach(i -> histogram.record(i % 100));
        assertThat(histogram.counts()).containsExactly(5100, 4900);
        assertThat(histogram.sum()).isEqualTo(495_000);
    }

    @Test
    void boundsAscend() {
        assertThatIllegalArgumentException().isThrownBy(Histogram::of);
        assertThatIllegalArgumentException().isThrownBy(() -> Histogram.of(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Histogram.of(1, Double.NaN));
    }
}
