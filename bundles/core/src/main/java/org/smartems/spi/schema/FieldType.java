// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.schema;

/** What a setting holds. May grow. */
public enum FieldType {
    /** A {@code String}. */
    TEXT,
    /** A {@code Long}. */
    INTEGER,
    /** A {@code Double}. */
    NUMBER,
    /** A {@code Boolean}. */
    BOOLEAN,
    /** One of the field's options, by its value, a {@code String}. */
    CHOICE
}
