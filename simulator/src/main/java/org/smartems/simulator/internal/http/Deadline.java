// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.http;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** By when an exchange must be over, however slowly its bytes come. */
final class Deadline {

    private final long limitNanos;
    private long endNanos;

    Deadline(Duration limit) {
        this.limitNanos = limit.toNanos();
        renew();
    }

    /** For downloads: any progress is good enough. */
    void renew() {
        endNanos = System.nanoTime() + limitNanos;
    }

    int remainingMillis() throws SocketTimeoutException {
        long millis = (endNanos - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("no answer within " + limitNanos / 1_000_000 + " ms");
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }
}
