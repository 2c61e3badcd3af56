// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.device;

import java.util.SplittableRandom;

/**
 * Chance that depends on the seed, the device and the number of the check-in only, so that a restart goes on with it.
 */
public final class Dice {

    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    public static Dice of(long seed, String serial, long checkIn) {
        return new Dice(Identity.random(serial, seed * 1_000_003 + checkIn));
    }

    /** From 0 to below 1. */
    public double fraction() {
        return random.nextDouble();
    }

    /** Both bounds included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }
}
