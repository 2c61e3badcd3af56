// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.device;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which devices are wanted.
 *
 * @param deviceType id of their type; empty for all
 * @param enabled empty for both
 * @param identifier a part of it, in any case; empty for all
 * @param limit how many at most, 1 to {@link #MOST}
 */
public record DeviceFilter(OptionalLong deviceType, Optional<Boolean> enabled, String identifier, int limit) {

    /** So many fit into memory at once. */
    public static final int MOST = 10_000;

    /** Refuses limits that are none. */
    public DeviceFilter {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("the limit is 1 to " + MOST + ", not " + limit);
        }
    }
}
