// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.template;

/** How far a template version is. */
public enum VersionType {
    /** Can be changed, and tried on staging devices. */
    STAGING("staging"),
    /** Was or is in production, and does not change any more. */
    PRODUCTION("production");

    private final String id;

    VersionType(String id) {
        this.id = id;
    }

    /**
     * The name on the wire.
     *
     * @return in lower case
     */
    public String id() {
        return id;
    }
}
