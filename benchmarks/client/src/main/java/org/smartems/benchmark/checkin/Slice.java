// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.smartems.benchmark.Cpu;

/**
 * What was measured in one or more stretches of time.
 *
 * @param seconds how long
 * @param sorted nanoseconds of every check-in that was answered, the shortest first
 * @param cpu what it cost
 * @param sharing what the server and its database counted
 * @param problems every unexpected answer
 */
record Slice(double seconds, long[] sorted, Cpu cpu, Sharing sharing, List<String> problems) {

    Slice plus(Slice other) {
        List<String> all = new ArrayList<>(problems);
        all.addAll(other.problems);
        long[] both = LongStream.concat(LongStream.of(sorted), LongStream.of(other.sorted))
                .sorted()
                .toArray();
        return new Slice(seconds + other.seconds, both, cpu.plus(other.cpu), sharing.plus(other.sharing), all);
    }

    int checkIns() {
        return sorted.length;
    }

    double perSecond() {
        return seconds > 0 ? checkIns() / seconds : 0;
    }

    /** The shortest time that so many percent do not exceed. */
    double millis(double percent) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(sorted.length * percent / 100);
        return sorted[Math.max(rank, 1) - 1] / 1e6;
    }

    /** Of something that was used up meanwhile. */
    double each(double amount) {
        return checkIns() == 0 ? 0 : amount / checkIns();
    }
}
