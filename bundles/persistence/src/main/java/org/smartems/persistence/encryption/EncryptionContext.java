// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.encryption;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The place a sealed value belongs to; immutable. It is authenticated together with the value, so that nobody with
 * access to the database can move a secret to another row or column.
 */
@ProviderType
public final class EncryptionContext {

    private final String table;
    private final String column;
    private final String rowId;

    private EncryptionContext(String table, String column, String rowId) {
        this.table = required(table, "table");
        this.column = required(column, "column");
        this.rowId = required(rowId, "rowId");
    }

    /**
     * A place in the database.
     *
     * @param table name of the table, which also chooses the data key
     * @param column name of the column
     * @param rowId what identifies the row for ever
     * @return a new context
     */
    public static EncryptionContext of(String table, String column, String rowId) {
        return new EncryptionContext(table, column, rowId);
    }

    /**
     * A place in the database whose rows have a number.
     *
     * @param table name of the table, which also chooses the data key
     * @param column name of the column
     * @param rowId what identifies the row for ever
     * @return the same as with the number as text
     */
    public static EncryptionContext of(String table, String column, long rowId) {
        return of(table, column, Long.toString(rowId));
    }

    /**
     * The table.
     *
     * @return never empty
     */
    public String table() {
        return table;
    }

    /**
     * The column.
     *
     * @return never empty
     */
    public String column() {
        return column;
    }

    /**
     * What is authenticated: each part with its length before it, so that no two places look alike.
     *
     * @return a new array
     */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String part : new String[] {table, column, rowId}) {
            byte[] text = part.getBytes(StandardCharsets.UTF_8);
            out.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
            out.writeBytes(text);
        }
        return out.toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncryptionContext that
                && table.equals(that.table)
                && column.equals(that.column)
                && rowId.equals(that.rowId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(table, column, rowId);
    }

    @Override
    public String toString() {
        return table + "." + column + " of row " + rowId;
    }

    private static String required(String value, String name) {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
