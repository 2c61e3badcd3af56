// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

/** How far a login has come; a refresh keeps it and never moves it forward. */
public enum Stage {
    /** A new password must be set first. */
    PASSWORD_DUE,
    /** Everything that was asked for has been given. */
    FULL
}
