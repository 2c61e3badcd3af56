// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Columns of rows that one statement writes: each column is one parameter, an array.
 *
 * @param all in the order of the values
 */
public record Columns(List<Column> all) {

    /** These columns. */
    public static Columns of(Column... columns) {
        return new Columns(List.of(columns));
    }

    /** These columns and more. */
    public Columns and(List<Column> more) {
        List<Column> both = new ArrayList<>(all);
        both.addAll(more);
        return new Columns(both);
    }

    /** A row source with an alias, such as {@code unnest(?::int8[], ?::text[]) i (id, name)}. */
    public String unnest(String alias) {
        return "unnest(" + join(Column::parameter) + ") " + alias + " (" + join(Column::name) + ")";
    }

    /** A statement that adds the rows to a table. */
    public String insertInto(String table) {
        return "insert into " + table + " (" + join(Column::name) + ") select " + join(column -> column.selected("i"))
                + " from " + unnest("i");
    }

    /** A statement that changes the rows of a log; the first two columns are its id and its moment. */
    public String updateRowsOf(LogTable log) {
        return "update " + log.table() + " l set " + assignments(2) + " from " + unnest("i")
                + " where l.created_at = i.created_at::timestamptz and l.id = i.id";
    }

    /** Assignments of all columns but the first ones, which are the key. */
    public String assignments(int keys) {
        return rest(keys)
                .map(column -> column.name() + " = " + column.selected("i"))
                .collect(Collectors.joining(", "));
    }

    private Stream<Column> rest(int keys) {
        return all.stream().skip(keys);
    }

    private String join(Function<Column, String> text) {
        return all.stream().map(text).collect(Collectors.joining(", "));
    }
}
