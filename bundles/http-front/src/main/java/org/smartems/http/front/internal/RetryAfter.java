// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.util.concurrent.ThreadLocalRandom;

/** When devices are asked to come again: not all at the same moment, or they would be too many once more. */
final class RetryAfter {

    private static final int SOON = 5;
    private static final int NARROW = 30;
    private static final int WIDE = 300;

    private RetryAfter() {}

    /** Seconds, from 5 to 34. */
    static String spread() {
        return after(SOON, NARROW);
    }

    /**
     * Seconds from a first moment on, so wide apart that those sent away so far take up half of what can be served.
     *
     * @param first in so many seconds
     * @param work how many seconds it takes to serve all who were sent away
     */
    static String spread(int first, long work) {
        return after(first, (int) Math.max(NARROW, Math.min(WIDE, 2 * work)));
    }

    private static String after(int first, int width) {
        return Integer.toString(first + ThreadLocalRandom.current().nextInt(width));
    }
}
