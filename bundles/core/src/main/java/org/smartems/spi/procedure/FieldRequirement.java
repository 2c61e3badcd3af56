// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.procedure;

/** Whether devices of a type have a field. */
public enum FieldRequirement {
    /** No device has it. */
    UNUSED("unused"),
    /** A device may have it. */
    OPTIONAL("optional"),
    /** A device must report it; people need not fill it in. */
    REQUIRED_IN_COMMUNICATION("requiredInCommunication"),
    /** A device must have it, and reports it. */
    REQUIRED("required");

    private final String id;

    FieldRequirement(String id) {
        this.id = id;
    }

    /**
     * The name on the wire and in the database.
     *
     * @return in camel case
     */
    public String id() {
        return id;
    }
}
