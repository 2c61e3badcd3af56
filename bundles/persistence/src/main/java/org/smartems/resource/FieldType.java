// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.util.EnumSet;
import java.util.Set;

/** What a field holds. */
public enum FieldType {
    /** One line. */
    TEXT,
    /** Any number of lines. */
    LONG_TEXT,
    /** From -2147483648 to 2147483647. */
    INTEGER,
    /** 64 bits. */
    LONG,
    /** True or false, never null. */
    BOOLEAN,
    /** A moment, in UTC, to the second. */
    DATE_TIME,
    /** One of a few texts. */
    ENUM,
    /** Another thing, or none. */
    ONE,
    /** Any number of other things. */
    MANY,
    /** Objects that are a part of this one. */
    LIST,
    /** JSON of any kind. */
    JSON;

    private static final Set<FieldType> PLAIN =
            EnumSet.of(TEXT, LONG_TEXT, INTEGER, LONG, BOOLEAN, DATE_TIME, ENUM, ONE);

    boolean isSortable() {
        return PLAIN.contains(this);
    }

    boolean isFilterable() {
        return isSortable() || this == MANY;
    }

    boolean isText() {
        return this == TEXT || this == LONG_TEXT || this == ENUM;
    }
}
