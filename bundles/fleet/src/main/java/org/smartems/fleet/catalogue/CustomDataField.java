// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A value that is kept of the custom data of devices.
 *
 * @param path where it is: a JSON pointer, or names with dots between them; unique in its device type
 * @param label what people call it
 * @param type of the values; others are not taken
 * @param variable under which configs see it, when they do
 */
public record CustomDataField(String path, String label, Type type, Optional<String> variable) {

    /** Of a value. */
    public enum Type {
        /** A text. */
        STRING,
        /** A whole number of 64 bits. */
        INTEGER,
        /** Any number. */
        NUMBER,
        /** True or false. */
        BOOLEAN,
        /** Whatever the device sends. */
        JSON;

        /** The names on the wire. */
        public static final List<String> IDS =
                Arrays.stream(values()).map(Type::id).toList();

        /**
         * The name on the wire.
         *
         * @return in lower case
         */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The type of a name.
         *
         * @param id one of {@link #IDS}
         * @return the type
         */
        public static Type of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }
}
