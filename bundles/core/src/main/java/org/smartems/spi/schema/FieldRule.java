// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.schema;

import java.math.BigDecimal;
import java.util.Optional;
import org.smartems.api.error.FieldError;

/** What a value must fulfil to be one of a field. */
final class FieldRule {

    private final Field field;

    FieldRule(Field field) {
        this.field = field;
    }

    /** Empty when the value is good. */
    Optional<FieldError> check(Object value) {
        if (value == null || "".equals(value)) {
            return field.isRequired() && field.defaultValue().isEmpty()
                    ? error("validation.required")
                    : Optional.empty();
        }
        return switch (field.type()) {
            case TEXT -> value instanceof String text ? checkText(text) : error("validation.type");
            case CHOICE -> field.options().containsKey(value) ? Optional.empty() : error("validation.choice");
            case BOOLEAN -> value instanceof Boolean ? Optional.empty() : error("validation.type");
            case INTEGER -> value instanceof Number number ? checkInteger(number) : error("validation.type");
            case NUMBER -> value instanceof Number number ? checkBounds(number) : error("validation.type");
        };
    }

    /** Of a checked value; the default when there is none. */
    Optional<Object> convert(Object value) {
        Object chosen = value == null || "".equals(value) ? field.defaultValue().orElse(null) : value;
        if (chosen instanceof Number number) {
            return Optional.of(field.type() == FieldType.INTEGER ? (Object) number.longValue() : number.doubleValue());
        }
        return Optional.ofNullable(chosen);
    }

    private Optional<FieldError> checkText(String text) {
        if (text.codePointCount(0, text.length()) > field.maximumLength()) {
            return error("validation.lengthMax", "max", field.maximumLength());
        }
        if (text.indexOf('\0') >= 0) {
            return error("validation.type");
        }
        boolean matches = field.pattern().map(p -> p.matcher(text).matches()).orElse(true);
        return matches ? Optional.empty() : error("validation.pattern");
    }

    private Optional<FieldError> checkInteger(Number number) {
        if (!isFinite(number)) {
            return error("validation.type");
        }
        BigDecimal exact = new BigDecimal(number.toString());
        boolean whole = exact.stripTrailingZeros().scale() <= 0;
        boolean fits = whole && exact.toBigInteger().bitLength() < Long.SIZE;
        return fits ? checkBounds(number) : error("validation.type");
    }

    private Optional<FieldError> checkBounds(Number number) {
        if (!isFinite(number)) {
            return error("validation.type");
        }
        if (field.minimum().isPresent()
                && number.doubleValue() < field.minimum().getAsDouble()) {
            return error("validation.rangeMin", "min", field.minimum().getAsDouble());
        }
        if (field.maximum().isPresent()
                && number.doubleValue() > field.maximum().getAsDouble()) {
            return error("validation.rangeMax", "max", field.maximum().getAsDouble());
        }
        return Optional.empty();
    }

    private static boolean isFinite(Number number) {
        return Double.isFinite(number.doubleValue());
    }

    private Optional<FieldError> error(String message) {
        return Optional.of(FieldError.of(field.name(), message));
    }

    private Optional<FieldError> error(String message, String parameter, Object value) {
        return Optional.of(FieldError.of(field.name(), message).with(parameter, value));
    }
}
