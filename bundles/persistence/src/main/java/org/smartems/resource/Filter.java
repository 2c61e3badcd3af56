// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Something that a list can be filtered by: a field, or what a resource adds.
 *
 * @param name in requests
 * @param label for people
 * @param type of what is compared
 * @param types the comparisons that are allowed
 * @param condition makes the condition of a comparison and its value, which is of the type that {@link Comparisons}
 *     reads for it
 */
public record Filter(
        String name,
        String label,
        FieldType type,
        List<FilterType> types,
        BiFunction<FilterType, Object, Sql> condition) {

    /**
     * Compares SQL.
     *
     * @param name in requests
     * @param type of the SQL
     * @param sql what is compared; for {@link FieldType#MANY} an array of ids
     * @return with all comparisons of the type
     */
    public static Filter of(String name, FieldType type, String sql) {
        return new Filter(
                name,
                Labels.of(name),
                type,
                FilterType.of(type),
                (filter, value) -> Comparisons.sql(sql, type, filter, value));
    }

    /**
     * Compares text in a way of its own.
     *
     * @param name in requests
     * @param condition by comparison ({@code LIKE}, {@code EQUAL} ...) and text
     * @return with the comparisons of text
     */
    public static Filter text(String name, BiFunction<FilterType, String, Sql> condition) {
        return new Filter(
                name,
                Labels.of(name),
                FieldType.TEXT,
                List.of(FilterType.EQUAL, FilterType.LIKE, FilterType.STARTS_WITH, FilterType.ENDS_WITH),
                (type, value) -> condition.apply(type, (String) value));
    }
}
