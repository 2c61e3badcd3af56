// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.procedure;

/** How a command went, as a device reports it. */
public enum CommandStatus {
    /** Done. */
    SUCCESS,
    /** Not done; trying again may help. */
    ERROR,
    /** Not done, and trying again would do harm. */
    CRITICAL
}
