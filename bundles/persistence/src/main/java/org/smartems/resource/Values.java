// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import org.smartems.api.error.FieldError;

/** Single values of a body, checked. */
final class Values {

    private Values() {}

    /** The value, or null when it is at fault. */
    static Object read(String path, Field field, JsonNode node, List<FieldError> errors) {
        return switch (field.type()) {
            case BOOLEAN -> bool(path, node, errors);
            case INTEGER, LONG -> number(path, field, node, errors);
            case ONE ->
                Comparisons.value(FieldType.LONG, FilterType.EQUAL, node)
                        .orElseGet(() -> fault(FieldError.of(path, "validation.choice"), errors));
            case DATE_TIME -> dateTime(path, node, errors);
            case ENUM ->
                field.options().isEmpty() || field.options().contains(node.asText())
                        ? text(path, field, node, errors)
                        : fault(FieldError.of(path, "validation.enum"), errors);
            default -> text(path, field, node, errors);
        };
    }

    private static Object bool(String path, JsonNode node, List<FieldError> errors) {
        return Comparisons.value(FieldType.BOOLEAN, FilterType.BOOLEAN, node)
                .orElseGet(() -> fault(FieldError.of(path, "validation.invalid").with("expected", "boolean"), errors));
    }

    private static Object number(String path, Field field, JsonNode node, List<FieldError> errors) {
        Object value = node.isNumber() && !node.isIntegralNumber()
                ? null
                : Comparisons.value(FieldType.LONG, FilterType.EQUAL, node).orElse(null);
        if (!(value instanceof Long number)) {
            return fault(FieldError.of(path, "validation.integer"), errors);
        }
        boolean narrow = field.type() == FieldType.INTEGER;
        long minimum = field.rules().minimum().orElse(narrow ? Integer.MIN_VALUE : Long.MIN_VALUE);
        long maximum = field.rules().maximum().orElse(narrow ? Integer.MAX_VALUE : Long.MAX_VALUE);
        boolean open =
                field.rules().maximum().isEmpty() && field.rules().minimum().isPresent();
        if (number < minimum) {
            return fault(
                    open
                            ? FieldError.of(path, "validation.greaterThanOrEqual")
                                    .with("compared_value", minimum)
                            : range(path, minimum, maximum, field),
                    errors);
        }
        return number > maximum ? fault(range(path, minimum, maximum, field), errors) : value;
    }

    /** A rule with both ends names both. */
    private static FieldError range(String path, long minimum, long maximum, Field field) {
        if (field.rules().minimum().isPresent() && field.rules().maximum().isPresent()) {
            return FieldError.of(path, "validation.rangeNotIn")
                    .with("min", minimum)
                    .with("max", maximum);
        }
        return FieldError.of(path, "validation.integerType");
    }

    private static Object dateTime(String path, JsonNode node, List<FieldError> errors) {
        try {
            return OffsetDateTime.parse(node.asText()).toInstant();
        } catch (DateTimeException e) {
            return fault(FieldError.of(path, "validation.datetime"), errors);
        }
    }

    private static Object text(String path, Field field, JsonNode node, List<FieldError> errors) {
        if (!node.isValueNode() || node.isBoolean()) {
            return fault(FieldError.of(path, "validation.invalid").with("expected", "string"), errors);
        }
        String text = node.asText();
        if (text.indexOf('\0') >= 0) {
            return fault(FieldError.of(path, "validation.invalid").with("character", "U+0000"), errors);
        }
        int limit = field.rules().maximumLength();
        if (text.codePointCount(0, text.length()) > limit) {
            return fault(FieldError.of(path, "validation.lengthMax").with("limit", limit), errors);
        }
        return text;
    }

    private static Object fault(FieldError error, List<FieldError> errors) {
        errors.add(error);
        return null;
    }
}
