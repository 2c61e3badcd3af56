// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.configuration;

/**
 * How much of a log is kept; what exceeds either limit goes, oldest first.
 *
 * @param days 0 = for ever
 * @param megabytes of 1024 * 1024 bytes, 0 = without a limit
 */
public record Retention(int days, int megabytes) {

    private static final int MEGABYTE_BITS = 20;

    /**
     * The size in bytes.
     *
     * @return 0 = without a limit
     */
    public long bytes() {
        return (long) megabytes << MEGABYTE_BITS;
    }
}
