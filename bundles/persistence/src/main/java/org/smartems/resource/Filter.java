// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.util.List;
import java.util.Optional;
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
 * @param target where the things are whose ids are compared
 */
public record Filter(
        String name,
        String label,
        FieldType type,
        List<FilterType> types,
        BiFunction<FilterType, Object, Sql> condition,
        Optional<Target> target) {

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
                (filter, value) -> Comparisons.sql(sql, type, filter, value),
                Optional.empty());
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
                (type, value) -> condition.apply(type, (String) value),
                Optional.empty());
    }

    /** Compares the ids of these things. */
    public Filter of(Shape things) {
        return targeting(things.target());
    }

    /** Compares the values of a field; all things are offered, not only those that can be chosen anew. */
    static Filter of(Field field) {
        Filter filter = of(field.name(), field.type(), field.sql());
        return field.shape().map(filter::of).orElse(filter.targeting(field.target()));
    }

    private Filter targeting(Optional<Target> other) {
        return new Filter(name, label, type, types, condition, other);
    }
}
