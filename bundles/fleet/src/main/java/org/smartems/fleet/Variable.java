// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet;

import java.util.Objects;

/**
 * A variable that people define; immutable.
 *
 * @param id unique within its device or template version; 0 for one that is not stored yet
 * @param name by which configs call it
 * @param value as it was typed
 * @param type that the value has in a config; null stands for a text
 */
public record Variable(long id, String name, String value, VariableType type) {

    /** Refuses null, but for the type: variables that were stored before there were types are texts. */
    public Variable {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        type = type == null ? VariableType.STRING : type;
    }

    /**
     * A text.
     *
     * @param id unique within its device or template version
     * @param name by which configs call it
     * @param value as it was typed
     */
    public Variable(long id, String name, String value) {
        this(id, name, value, VariableType.STRING);
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

    /**
     * The same with another type.
     *
     * @param other type
     * @return a copy
     */
    public Variable as(VariableType other) {
        return new Variable(id, name, value, other);
    }
}
