// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

/** When a field may be sent. */
public enum In {
    /** When a thing is made. */
    CREATE,
    /** When a thing is changed. */
    EDIT
}
