// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.authentication;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.smartems.fleet.catalogue.Catalogue;

/** Looks for a newer state before a device is refused, once a second for all that are. */
final class LatestCatalogue {

    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Catalogue catalogue;
    private final LongSupplier nanoTime;
    private final AtomicLong lastLook;

    LatestCatalogue(Catalogue catalogue, LongSupplier nanoTime) {
        this.catalogue = catalogue;
        this.nanoTime = nanoTime;
        this.lastLook = new AtomicLong(nanoTime.getAsLong() - PAUSE_NANOS);
    }

    /** A newer state than a known one. */
    Optional<Catalogue.Snapshot> newerThan(Catalogue.Snapshot known) {
        long now = nanoTime.getAsLong();
        long last = lastLook.get();
        boolean due = now - last >= PAUSE_NANOS && lastLook.compareAndSet(last, now);
        Catalogue.Snapshot present = due ? catalogue.refresh() : catalogue.snapshot();
        return present.revision() == known.revision() ? Optional.empty() : Optional.of(present);
    }
}
