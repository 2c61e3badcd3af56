// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.recording;

import java.time.Duration;

/**
 * What is to be recorded.
 *
 * @param deviceType id of the type of the devices
 * @param count after how many exchanges it ends, 1 to {@value #MOST}
 * @param time after which it ends, up to {@link #LONGEST}
 * @param directory name below the directory of recordings: letters, digits, dots, hyphens and underscores, up to 100,
 *     the first one a letter or a digit; empty makes one of the device type and the time
 */
public record RecordingOrder(long deviceType, int count, Duration time, String directory) {

    /** Exchanges of one recording. */
    public static final int MOST = 10_000;

    /** The longest recording. */
    public static final Duration LONGEST = Duration.ofDays(1);

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException naming what is out of its limits
     */
    public RecordingOrder {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("the count is 1 to " + MOST + ", not " + count);
        }
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "the minutes are 1 to " + LONGEST.toMinutes() + ", not " + time.toMinutes());
        }
        if (!directory.matches("(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99})?")) {
            throw new IllegalArgumentException(
                    "the directory is a name of letters, digits, dots, hyphens and underscores, not " + directory);
        }
    }
}
