// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.procedure;

/** How much a log line matters. The wire and the database use the name in lower case. */
public enum LogLevel {
    /** For those who look for a fault. */
    DEBUG,
    /** What normally happens. */
    INFO,
    /** Something is not as it should be; the contact goes on. */
    WARNING,
    /** Something asked for was not done. */
    ERROR,
    /** Somebody must act. */
    CRITICAL
}
