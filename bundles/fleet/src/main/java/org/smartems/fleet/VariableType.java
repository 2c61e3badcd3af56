// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the text of a variable is turned into before a config is rendered with it. */
public enum VariableType {
    /** The text as it is. */
    STRING,
    /** A whole number of 64 bits. */
    INTEGER,
    /** A number with a fraction. */
    FLOAT,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** An object or array of JSON. */
    JSON;

    /**
     * The name on the wire.
     *
     * @return in lower case
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a type.
     *
     * @param id as {@link #id()} gives it
     * @return empty for any other text
     */
    public static Optional<VariableType> of(String id) {
        return Arrays.stream(values()).filter(type -> type.id().equals(id)).findFirst();
    }
}
