// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.log;

/**
 * A column of rows that are written many at a time.
 *
 * @param name of the column
 * @param type of the elements that are sent
 * @param cast what they are turned into; empty when they are that already
 */
public record Column(String name, String type, String cast) {

    /** A text. */
    public static Column text(String name) {
        return new Column(name, "text", "");
    }

    /** A whole number of 64 bits. */
    public static Column number(String name) {
        return new Column(name, "int8", "");
    }

    /** A whole number of 32 bits. */
    public static Column integer(String name) {
        return new Column(name, "int4", "");
    }

    /** A boolean. */
    public static Column bool(String name) {
        return new Column(name, "bool", "");
    }

    /** Bytes. */
    public static Column bytes(String name) {
        return new Column(name, "bytea", "");
    }

    /** A moment, sent as text. */
    public static Column moment(String name) {
        return new Column(name, "text", "timestamptz");
    }

    /** Ids, sent as the text of an array such as {@code {1,2}}. */
    public static Column ids(String name) {
        return new Column(name, "text", "bigint[]");
    }

    /** JSON, sent as text. */
    public static Column json(String name) {
        return new Column(name, "text", "jsonb");
    }

    String parameter() {
        return "?::" + type + "[]";
    }

    String selected(String alias) {
        return alias + "." + name + (cast.isEmpty() ? "" : "::" + cast);
    }
}
