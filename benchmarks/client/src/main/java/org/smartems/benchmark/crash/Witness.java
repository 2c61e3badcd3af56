// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.crash;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.smartems.simulator.CheckIn;
import org.smartems.simulator.CheckInListener;

/** Tells whether devices are served again. Safe for use by many threads. */
final class Witness implements CheckInListener {

    private final AtomicReference<Instant> last = new AtomicReference<>(Instant.EPOCH);

    @Override
    public void ended(CheckIn checkIn) {
        if (checkIn.acknowledged()) {
            last.accumulateAndGet(checkIn.startedAt(), (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    /** Whether a check-in that began later was acknowledged. */
    boolean servedSince(Instant moment) {
        return last.get().isAfter(moment);
    }
}
