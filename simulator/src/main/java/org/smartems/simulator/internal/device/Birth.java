// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.device;

import java.time.Instant;
import org.smartems.simulator.DeviceProfile;

/** How a device begins. */
public final class Birth {

    private static final int MAX_UPTIME_SECONDS = 30 * 24 * 3600;

    private Birth() {}

    /** As if it had been running for up to a month. */
    public static Memory memory(DeviceProfile profile, long seed) {
        int uptime = Dice.of(seed, profile.serial(), 0).between(0, MAX_UPTIME_SECONDS);
        return new Memory(profile.firmwareVersion(), Instant.now().minusSeconds(uptime));
    }
}
