// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The values of filters, and the conditions that they make. */
final class Comparisons {

    private static final int MOST_VALUES = 10_000;

    private Comparisons() {}

    /** The value of a filter as the comparison needs it; empty when it is not of that kind. */
    static Optional<Object> value(FieldType field, FilterType filter, JsonNode node) {
        try {
            if (filter == FilterType.EQUAL_MULTIPLE) {
                return values(field, node);
            }
            return Optional.ofNullable(filter.isMoment() ? moment(filter, node.asText()) : single(field, filter, node));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> values(FieldType field, JsonNode node) {
        if (!node.isArray() || node.size() > MOST_VALUES) {
            return node.isMissingNode() || node.isNull() ? Optional.of(List.of()) : Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        for (JsonNode element : node) {
            Object value = single(field, FilterType.EQUAL, element);
            if (value == null) {
                return Optional.empty();
            }
            values.add(value);
        }
        return Optional.of(values);
    }

    private static Object single(FieldType field, FilterType filter, JsonNode node) {
        if (!node.isValueNode() || node.isNull() || node.asText().indexOf('\0') >= 0) {
            return null;
        }
        if (field == FieldType.BOOLEAN) {
            return switch (node.asText()) {
                case "true", "1" -> true;
                case "false", "0" -> false;
                default -> null;
            };
        }
        if (isText(filter) || field.isText()) {
            return node.asText();
        }
        return Long.valueOf(node.asText().trim());
    }

    private static boolean isText(FilterType filter) {
        return filter == FilterType.LIKE || filter == FilterType.STARTS_WITH || filter == FilterType.ENDS_WITH;
    }

    /** A day counts from its first or to its last second, a minute likewise. */
    private static Object moment(FilterType filter, String text) {
        boolean end = filter.operator().equals(">") || filter.operator().equals("<=");
        if (filter.isTimeOfDay()) {
            LocalTime minute = LocalTime.parse(text).truncatedTo(ChronoUnit.MINUTES);
            return end ? minute.plusSeconds(59).plusNanos(999_999_000) : minute;
        }
        if (filter.isDate()) {
            String day = text.length() > 10 ? text.substring(0, 10) : text;
            LocalDate date = LocalDate.parse(day);
            return (end ? date.plusDays(1) : date)
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC)
                    .minusNanos(end ? 1000 : 0);
        }
        Instant minute = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MINUTES);
        return end ? minute.plusSeconds(60).minusNanos(1000) : minute;
    }

    static Sql sql(String sql, FieldType field, FilterType filter, Object value) {
        return switch (filter) {
            case BOOLEAN -> Sql.of(sql + " = ?", value);
            case EQUAL ->
                field == FieldType.MANY ? Sql.of(sql + " @> array[?]::bigint[]", value) : Sql.of(sql + " = ?", value);
            case EQUAL_MULTIPLE -> multiple(sql, field, (List<?>) value);
            case LIKE -> like(sql, field, "%" + Sql.literal(value.toString()) + "%");
            case STARTS_WITH -> like(sql, field, Sql.literal(value.toString()) + "%");
            case ENDS_WITH -> like(sql, field, "%" + Sql.literal(value.toString()));
            default ->
                filter.isTimeOfDay()
                        ? Sql.of("(" + sql + " at time zone 'UTC')::time " + filter.operator() + " ?", value)
                        : Sql.of(sql + " " + filter.operator() + " ?", value);
        };
    }

    private static Sql multiple(String sql, FieldType field, List<?> values) {
        if (values.isEmpty()) {
            return Sql.TRUE;
        }
        if (field == FieldType.MANY) {
            return Sql.of(sql + " && ?::bigint[]", (Object) values.toArray(Long[]::new));
        }
        return field.isText()
                ? Sql.of(sql + " = any(?::text[])", (Object) values.toArray(String[]::new))
                : Sql.of(sql + " = any(?::bigint[])", (Object) values.toArray(Long[]::new));
    }

    private static Sql like(String sql, FieldType field, String pattern) {
        return Sql.of((field.isText() ? sql : "(" + sql + ")::text") + " ilike ?", pattern);
    }
}
