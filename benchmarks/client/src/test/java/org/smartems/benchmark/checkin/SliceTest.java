// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.smartems.benchmark.Cpu;

class SliceTest {

    @Test
    void findsPercentilesByRank() {
        Slice slice =
                slice(LongStream.rangeClosed(1, 200).map(i -> i * 1_000_000).toArray());
        assertThat(slice.millis(50)).isEqualTo(100);
        assertThat(slice.millis(99)).isEqualTo(198);
        assertThat(slice.millis(100)).isEqualTo(200);
        assertThat(slice(7_000_000).millis(1)).isEqualTo(7);
        assertThat(slice().millis(50)).isZero();
    }

    @Test
    void joinsRounds() {
        Slice both = slice(3, 9)
                .plus(new Slice(
                        2, new long[] {1, 5}, new Cpu(1, 2, 3), new Sharing(900, 1, 2, 1, 2), List.of("wrong")));
        assertThat(both.sorted()).containsExactly(1, 3, 5, 9);
        assertThat(both.perSecond()).isEqualTo(4 / 3.0);
        assertThat(both.cpu()).isEqualTo(new Cpu(1, 2, 3));
        assertThat(both.each(both.sharing().walBytes())).isEqualTo(225);
        assertThat(both.problems()).containsExactly("wrong");
    }

    @Test
    void tellsHowManyShareATransaction() {
        Sharing sharing = new Sharing(0, 4, 10, 5, 40).minus(new Sharing(0, 0, 0, 1, 2));
        assertThat(sharing.meanRead()).isEqualTo(2.5);
        assertThat(sharing.meanWrite()).isEqualTo(9.5);
        assertThat(Sharing.NONE.meanWrite()).isZero();
    }

    @Test
    void readsMetricsByTheirNames() {
        String metrics = "# HELP a b\na_sum 12\na_sum_of{b=\"c d\"} 1.5E3\nab 7\n";
        assertThat(Meter.sum(metrics, "a_sum ")).isEqualTo(12);
        assertThat(Meter.sum(metrics, "a_sum")).isEqualTo(1512);
        assertThat(Meter.sum(metrics, "b")).isZero();
    }

    private static Slice slice(long... nanos) {
        return new Slice(1, nanos, Cpu.NONE, Sharing.NONE, List.of());
    }
}
