// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.log;

import java.lang.reflect.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows for one statement with {@link Columns}. */
public final class Rows {

    private final Columns columns;
    private final List<Object[]> rows = new ArrayList<>();

    /** No rows yet. */
    public Rows(Columns columns) {
        this.columns = columns;
    }

    /** Adds a row; moments and JSON are texts, and any value may be null. */
    public void add(Object... values) {
        if (values.length != columns.all().size()) {
            throw new IllegalArgumentException(values.length + " values for " + columns);
        }
        rows.add(values);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * Sets the parameters of a statement.
     *
     * @param connection that the statement is of
     * @param statement to be executed
     * @param before parameters that come before these
     * @return parameters that are set now
     */
    public int bind(Connection connection, PreparedStatement statement, int before) throws SQLException {
        int index = before;
        for (int column = 0; column < columns.all().size(); column++) {
            String type = columns.all().get(column).type();
            statement.setArray(++index, connection.createArrayOf(type, values(column, type)));
        }
        return index;
    }

    private Object[] values(int column, String type) {
        Object[] values = (Object[]) Array.newInstance(element(type), rows.size());
        for (int row = 0; row < values.length; row++) {
            values[row] = rows.get(row)[column];
        }
        return values;
    }

    private static Class<?> element(String type) {
        return switch (type) {
            case "int8" -> Long.class;
            case "int4" -> Integer.class;
            case "bool" -> Boolean.class;
            case "bytea" -> byte[].class;
            default -> String.class;
        };
    }
}
