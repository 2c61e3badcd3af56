// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import java.time.Duration;
import java.util.Objects;

/**
 * How a device uses connections.
 *
 * @param keepAlive whether a connection outlives the check-in
 * @param resumption whether a new connection resumes the TLS session of the device's last one
 * @param timeout for connecting, and for one exchange; a download may take longer while bytes arrive
 * @param slowTime how long a slow client takes to send its request
 */
public record ConnectionPolicy(boolean keepAlive, boolean resumption, Duration timeout, Duration slowTime) {

    /** Refuses times that are not positive. */
    public ConnectionPolicy {
        positive(timeout, "timeout");
        positive(slowTime, "slowTime");
    }

    /**
     * A connection for each check-in, as devices in the field do.
     *
     * @return with resumption, 30 s for an exchange, 5 s for a slow client
     */
    public static ConnectionPolicy fresh() {
        return new ConnectionPolicy(false, true, Duration.ofSeconds(30), Duration.ofSeconds(5));
    }

    /**
     * One connection for as many check-ins as the server allows.
     *
     * @return otherwise as {@link #fresh()}
     */
    public static ConnectionPolicy kept() {
        return new ConnectionPolicy(true, true, Duration.ofSeconds(30), Duration.ofSeconds(5));
    }

    private static void positive(Duration duration, String name) {
        if (Objects.requireNonNull(duration, name).isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be positive");
        }
    }
}
