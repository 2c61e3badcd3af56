// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.procedure;

/** Kinds of work. May grow. */
public enum WorkKind {
    /** The device is asked for diagnose data. */
    DIAGNOSE,
    /** The device is sent to a firmware file. */
    FIRMWARE,
    /** The device gets a config. */
    CONFIG,
    /** The device is asked for its config. */
    REQUEST_CONFIG
}
