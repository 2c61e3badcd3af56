// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import java.time.Duration;
import java.util.function.Supplier;

/** Waits for what will be the case; the limit only ends a run that hangs. */
final class Await {

    static final Duration LIMIT = Duration.ofMinutes(4);
    private static final int POLL_MILLIS = 100;

    interface Condition {
        boolean holds() throws Exception;
    }

    private Await() {}

    static void until(Supplier<String> what, Condition condition) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain: " + what.get());
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    static void until(String what, Condition condition) throws Exception {
        until(() -> what, condition);
    }
}
