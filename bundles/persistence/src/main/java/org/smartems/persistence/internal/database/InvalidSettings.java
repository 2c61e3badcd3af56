// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.database;

/** A configuration value that cannot be used. */
public final class InvalidSettings extends Exception {

    private static final long serialVersionUID = 1L;

    /** The value itself is left out on purpose: an address may carry a password. */
    InvalidSettings(String key, String problem) {
        this(key, problem, null);
    }

    InvalidSettings(String key, String problem, Throwable cause) {
        super(DatabaseSettings.PID + ": " + key + ": " + problem, cause);
    }
}
