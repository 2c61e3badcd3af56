// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.plugin;

import java.time.Duration;

/**
 * What a plug-in may use.
 *
 * @param calls inside it at once
 * @param time of one call, without what it waits for the platform
 * @param patience of a call for its turn
 * @param progress a plug-in all of whose calls are older makes none, and nobody waits for it
 * @param stuck so many stuck calls make it faulty
 * @param memory how long a stuck call that has ended counts
 * @param allocation bytes that one call may take inside it, whether it holds them or not
 */
public record Limits(
        int calls, Duration time, Duration patience, Duration progress, int stuck, Duration memory, long allocation) {

    /** The limits of this machine. */
    public static Limits standard() {
        return new Limits(
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                Duration.ofSeconds(10),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                3,
                Duration.ofHours(1),
                256L << 20);
    }

    /**
     * The limits of plug-ins whose calls are short and wait for nothing, and of which a whole fleet may need one at
     * once. Whoever waits for such a one is served later rather than refused, as long as it goes on at all.
     */
    public static Limits crowded() {
        Limits usual = standard();
        return new Limits(
                2 * usual.calls(),
                usual.time(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(2),
                usual.stuck(),
                usual.memory(),
                usual.allocation());
    }
}
