// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.partition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.smartems.fleet.internal.partition.Partitions.Partition;

/**
 * How long a log is kept.
 *
 * @param days 0 = for ever
 * @param megabytes 0 = without a bound
 */
public record Retention(int days, int megabytes) {

    private static final long MEGABYTE = 1L << 20;

    /** The days to remove, oldest first: those too old, then the oldest of a log that is too large; never today's. */
    List<LocalDate> ending(List<Partition> partitions, LocalDate today) {
        List<LocalDate> ending = new ArrayList<>();
        long left = partitions.stream().mapToLong(Partition::bytes).sum();
        for (Partition partition : partitions) {
            boolean old = days > 0 && partition.day().isBefore(today.minusDays(days));
            boolean large = megabytes > 0 && left > megabytes * MEGABYTE;
            if (!partition.day().isBefore(today) || !(old || large)) {
                break;
            }
            ending.add(partition.day());
            left -= partition.bytes();
        }
        return ending;
    }
}
