// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

import java.time.Duration;

/**
 * How long is measured.
 *
 * @param rounds how often every case is measured, all cases in each round
 * @param time of one case in one round
 * @param warmUp of each dialect and variant, with the most clients
 */
record Plan(int rounds, Duration time, Duration warmUp) {

    static final int ONE = 1;
    static final int MANY = 32;

    /** Two minutes in all, without the time that the server takes to start. */
    static Plan shortForm() {
        return new Plan(2, Duration.ofSeconds(3), Duration.ofSeconds(6));
    }
}
