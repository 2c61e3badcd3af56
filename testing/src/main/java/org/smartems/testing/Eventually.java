// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, not for a time. */
public final class Eventually {

    private static final long LIMIT_NANOS = 60_000_000_000L;

    private Eventually() {}

    /**
     * Returns once the condition holds.
     *
     * @param what named when it never happens
     * @param condition asked every few milliseconds, for at most a minute
     */
    public static void until(String what, BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > LIMIT_NANOS) {
                throw new AssertionError("never happened: " + what);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
