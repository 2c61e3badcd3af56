// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.procedure;

/** What came of a report. May grow. */
public enum Outcome {
    /** There is work for the device. */
    WORK,
    /** The device is enabled, and there is nothing to do. */
    NOTHING,
    /** The device was unknown and is now there, disabled. */
    CREATED,
    /** The device was unknown, and the report makes none. */
    UNKNOWN,
    /** The device was unknown, and its credential has brought too many new ones within the hour. Nothing was stored. */
    TOO_MANY_NEW_DEVICES,
    /** The device is disabled; its facts were stored. */
    DISABLED,
    /** The server is under maintenance. Nothing was stored. */
    MAINTENANCE,
    /** The device type lacks a capability that the procedure requires. */
    MISCONFIGURED
}
