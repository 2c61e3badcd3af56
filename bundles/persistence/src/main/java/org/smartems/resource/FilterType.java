// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a filter compares. */
public enum FilterType {
    /** Yes or no. */
    BOOLEAN("boolean", ""),
    /** The same value; for many things: one of them. */
    EQUAL("equal", "="),
    /** One of some values; no value at all does not filter. */
    EQUAL_MULTIPLE("equalMultiple", ""),
    /** The text contains the value, in any case. */
    LIKE("like", ""),
    /** The text begins with the value, in any case. */
    STARTS_WITH("startsWith", ""),
    /** The text ends with the value, in any case. */
    ENDS_WITH("endsWith", ""),
    /** A larger number. */
    GREATER_THAN("greaterThan", ">"),
    /** A number that is not smaller. */
    GREATER_THAN_OR_EQUAL("greaterThanOrEqual", ">="),
    /** A smaller number. */
    LESS_THAN("lessThan", "<"),
    /** A number that is not larger. */
    LESS_THAN_OR_EQUAL("lessThanOrEqual", "<="),
    /** After a day. */
    DATE_GREATER_THAN("dateGreaterThan", ">"),
    /** On a day or later. */
    DATE_GREATER_THAN_OR_EQUAL("dateGreaterThanOrEqual", ">="),
    /** Before a day. */
    DATE_LESS_THAN("dateLessThan", "<"),
    /** On a day or earlier. */
    DATE_LESS_THAN_OR_EQUAL("dateLessThanOrEqual", "<="),
    /** After a minute. */
    DATE_TIME_GREATER_THAN("dateTimeGreaterThan", ">"),
    /** In a minute or later. */
    DATE_TIME_GREATER_THAN_OR_EQUAL("dateTimeGreaterThanOrEqual", ">="),
    /** Before a minute. */
    DATE_TIME_LESS_THAN("dateTimeLessThan", "<"),
    /** In a minute or earlier. */
    DATE_TIME_LESS_THAN_OR_EQUAL("dateTimeLessThanOrEqual", "<="),
    /** Later on any day. */
    TIME_GREATER_THAN("timeGreaterThan", ">"),
    /** Then or later on any day. */
    TIME_GREATER_THAN_OR_EQUAL("timeGreaterThanOrEqual", ">="),
    /** Earlier on any day. */
    TIME_LESS_THAN("timeLessThan", "<"),
    /** Then or earlier on any day. */
    TIME_LESS_THAN_OR_EQUAL("timeLessThanOrEqual", "<=");

    private final String id;
    private final String operator;

    FilterType(String id, String operator) {
        this.id = id;
        this.operator = operator;
    }

    /**
     * The name in requests.
     *
     * @return such as {@code equalMultiple}
     */
    public String id() {
        return id;
    }

    String operator() {
        return operator;
    }

    static Optional<FilterType> of(String id) {
        return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
    }

    /**
     * The comparisons that a field allows.
     *
     * @param type of the field
     * @return in the order of this enum
     */
    public static List<FilterType> of(FieldType type) {
        return Arrays.stream(values()).filter(filter -> filter.fits(type)).toList();
    }

    /** Whether it compares moments, days or times of day. */
    boolean isMoment() {
        return ordinal() >= DATE_GREATER_THAN.ordinal();
    }

    boolean isDate() {
        return id.startsWith("date") && !id.startsWith("dateTime");
    }

    boolean isTimeOfDay() {
        return id.startsWith("time");
    }

    private boolean fits(FieldType type) {
        return switch (this) {
            case BOOLEAN -> type == FieldType.BOOLEAN;
            case EQUAL, EQUAL_MULTIPLE -> type.isFilterable() && type != FieldType.DATE_TIME;
            case LIKE, STARTS_WITH, ENDS_WITH -> type.isText() || isNumber(type);
            case GREATER_THAN, GREATER_THAN_OR_EQUAL, LESS_THAN, LESS_THAN_OR_EQUAL -> isNumber(type);
            default -> type == FieldType.DATE_TIME;
        };
    }

    private static boolean isNumber(FieldType type) {
        return type == FieldType.INTEGER || type == FieldType.LONG;
    }
}
