// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.partition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.smartems.fleet.internal.partition.Partitions.Partition;
import org.smartems.platform.configuration.Retention;

/** What no longer need be kept. */
final class EndingDays {

    private EndingDays() {}

    /** The days to remove, oldest first: those too old, then the oldest of a log that is too large; never today's. */
    static List<LocalDate> of(Retention retention, List<Partition> partitions, LocalDate today) {
        List<LocalDate> ending = new ArrayList<>();
        long left = partitions.stream().mapToLong(Partition::bytes).sum();
        for (Partition partition : partitions) {
            boolean old = retention.days() > 0 && partition.day().isBefore(today.minusDays(retention.days()));
            boolean large = retention.bytes() > 0 && left > retention.bytes();
            if (!partition.day().isBefore(today) || !(old || large)) {
                break;
            }
            ending.add(partition.day());
            left -= partition.bytes();
        }
        return ending;
    }
}
