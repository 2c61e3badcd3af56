// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, not for a time. */
public final class Eventually {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private Eventually() {}

    /**
     * Returns once the condition holds.
     *
     * @param what named when it never happens
     * @param condition asked every few milliseconds, for at most a minute
     */
    public static void until(String what, BooleanSupplier condition) {
        until(() -> what, LIMIT, condition);
    }

    /**
     * Returns once the condition holds.
     *
     * @param what named when it does not happen in time
     * @param limit which only ends a run that hangs
     * @param condition asked every few milliseconds
     */
    public static void until(Supplier<String> what, Duration limit, BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > limit.toNanos()) {
                throw new AssertionError("never happened: " + what.get());
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
