// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.internal.partition.Partitions.Partition;
import org.smartems.platform.configuration.Retention;

class EndingDaysTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final long GIGABYTE = 1L << 30;

    @Test
    void endsWhatIsTooOld() {
        assertThat(EndingDays.of(new Retention(7, 0), days(10, 1), TODAY))
                .containsExactly(TODAY.minusDays(10), TODAY.minusDays(9), TODAY.minusDays(8));
    }

    @Test
    void endsTheOldestOfWhatIsTooLarge() {
        assertThat(EndingDays.of(new Retention(0, 10 * 1024), days(12, GIGABYTE), TODAY))
                .containsExactly(TODAY.minusDays(12), TODAY.minusDays(11), TODAY.minusDays(10));
    }

    @Test
    void neverEndsToday() {
        List<Partition> partitions = List.of(new Partition(TODAY, 100 * GIGABYTE), new Partition(TODAY.plusDays(1), 1));
        assertThat(EndingDays.of(new Retention(1, 1), partitions, TODAY)).isEmpty();
    }

    @Test
    void keepsEverythingWithoutABound() {
        assertThat(EndingDays.of(new Retention(0, 0), days(400, GIGABYTE), TODAY))
                .isEmpty();
    }

    private static List<Partition> days(int ago, long bytes) {
        return IntStream.rangeClosed(0, ago)
                .mapToObj(day -> new Partition(TODAY.minusDays(ago - day), bytes))
                .toList();
    }
}
