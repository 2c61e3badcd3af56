// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet;

import java.util.Objects;

/**
 * A variable that people define; immutable.
 *
 * @param id unique within its device or template version; 0 for one that is not stored yet
 * @param name by which configs call it
 * @param value as it was typed
 */
public record Variable(long id, String name, String value) {

    /** Refuses null. */
    public Variable {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }

    /**
     * A variable that is not stored yet.
     *
     * @param name by which configs call it
     * @param value as it was typed
     * @return with the id 0
     */
    public static Variable of(String name, String value) {
        return new Variable(0, name, value);
    }
}
