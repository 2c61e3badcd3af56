// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.delivery;

/** What this process knows of an answer of its own. */
public enum Fate {
    /** It is being sent, or nobody has told yet. */
    OPEN,
    /** It has left this process. */
    LEFT,
    /** It has not. */
    LOST
}
