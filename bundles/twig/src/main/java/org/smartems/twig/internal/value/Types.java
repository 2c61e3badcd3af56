// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.value;

/** The names of types in messages. */
public final class Types {

    private Types() {}

    /**
     * The name of a type as PHP's errors give it.
     *
     * @param value any
     * @return such as {@code string} or {@code array}
     */
    public static String name(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String) {
            return "string";
        }
        if (value instanceof Long) {
            return "int";
        }
        if (value instanceof Double) {
            return "float";
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        if (value instanceof PhpArray) {
            return "array";
        }
        return value instanceof Markup ? "Twig\\Markup" : value instanceof Named named ? named.typeName() : "object";
    }

    /**
     * The name of a type as Twig's errors give it.
     *
     * @param value any
     * @return {@code sequence} or {@code mapping} for an array
     */
    public static String described(Object value) {
        if (value instanceof PhpArray array) {
            return array.isList() ? "sequence" : "mapping";
        }
        return name(value);
    }

    /**
     * Whether PHP holds it as an object.
     *
     * @param value any
     * @return true for functions, dates and intervals, not for markup
     */
    public static boolean isObject(Object value) {
        return value instanceof Named;
    }

    /** A value that is neither scalar, markup nor array. */
    public interface Named {

        /**
         * Its class in PHP.
         *
         * @return for messages
         */
        String typeName();
    }
}
