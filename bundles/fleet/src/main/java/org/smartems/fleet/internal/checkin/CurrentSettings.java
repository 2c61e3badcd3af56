// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The settings as of a second ago at most: asking the database for each contact would cost more than reading it. */
final class CurrentSettings implements Supplier<Settings> {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private record Read(Settings settings, long nanos) {}

    private final Supplier<Settings> source;
    private volatile Read last;

    CurrentSettings(Supplier<Settings> source) {
        this.source = source;
    }

    @Override
    public Settings get() {
        Read known = last;
        if (isFresh(known)) {
            return known.settings();
        }
        synchronized (this) {
            if (!isFresh(last)) {
                last = new Read(source.get(), System.nanoTime());
            }
            return last.settings();
        }
    }

    private static boolean isFresh(Read read) {
        return read != null && System.nanoTime() - read.nanos() < FRESH_NANOS;
    }
}
