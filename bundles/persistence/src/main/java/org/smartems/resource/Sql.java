// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of SQL with its values; immutable. What comes from a request is always a value, never text.
 *
 * @param text with a question mark for each value
 * @param values in order, of types that the driver takes
 */
public record Sql(String text, List<Object> values) {

    /** A condition that always holds. */
    public static final Sql TRUE = of("true");

    /** A condition that never holds. */
    public static final Sql FALSE = of("false");

    /** Copies the values. */
    public Sql {
        values = List.copyOf(values);
    }

    /**
     * A piece.
     *
     * @param text with a question mark for each value
     * @param values in order
     * @return the piece
     */
    public static Sql of(String text, Object... values) {
        return new Sql(text, Arrays.asList(values));
    }

    /**
     * A part of a pattern of {@code like} that stands for itself.
     *
     * @param text any text
     * @return the text without the meaning of its per cent signs, underscores and backslashes
     */
    public static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /**
     * A value that the database tells just before the statement is planned: ids that are the same for every row. The
     * planner then knows them, and how many rows have them, which it does not of a part of the statement itself.
     *
     * @param query of ids, with a question mark for the value
     * @param value of the query
     * @return stands for an array of bigint among the values of a piece
     */
    public static Object ids(String query, Object value) {
        return new Ids(query, value);
    }

    /** See {@link #ids}. */
    record Ids(String query, Object value) {}

    /**
     * A condition that does not depend on rows.
     *
     * @param holds whether it holds
     * @return {@link #TRUE} or {@link #FALSE}
     */
    public static Sql constant(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    /**
     * Both conditions.
     *
     * @param other the second
     * @return holds when both hold
     */
    public Sql and(Sql other) {
        if (equals(TRUE)) {
            return other;
        }
        return other.equals(TRUE) ? this : join(" and ", List.of(this, other));
    }

    /**
     * One of two conditions.
     *
     * @param other the second
     * @return holds when one holds
     */
    public Sql or(Sql other) {
        if (equals(FALSE)) {
            return other;
        }
        return other.equals(FALSE) ? this : join(" or ", List.of(this, other));
    }

    /**
     * The opposite condition.
     *
     * @return does not hold for null either
     */
    public Sql not() {
        return new Sql("not (" + text + ")", values);
    }

    /**
     * This piece and another one behind it.
     *
     * @param more the second
     * @return both, with a space between
     */
    public Sql then(Sql more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(more.values);
        return new Sql(text + " " + more.text, all);
    }

    /**
     * This piece and text behind it.
     *
     * @param more without values
     * @return both, with a space between
     */
    public Sql then(String more) {
        return new Sql(text + " " + more, values);
    }

    private static Sql join(String separator, List<Sql> pieces) {
        String text = pieces.stream().map(piece -> "(" + piece.text + ")").collect(Collectors.joining(separator));
        return new Sql(
                text, pieces.stream().flatMap(piece -> piece.values.stream()).toList());
    }
}
