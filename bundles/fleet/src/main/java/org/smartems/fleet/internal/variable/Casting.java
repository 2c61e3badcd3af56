// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.variable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.smartems.fleet.Variable;

/** Turns the texts of variables into values of their types, as config generators take them. */
public final class Casting {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,64}(\\.[0-9]{1,64})?([eE][+-]?[0-9]{1,3})?");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Casting() {}

    /** The value; empty when the text is none of the type. */
    public static Optional<Object> cast(Variable variable) {
        String text = variable.value().strip();
        return switch (variable.type()) {
            case STRING -> Optional.of(variable.value());
            case INTEGER -> integer(text);
            case FLOAT -> number(text);
            case BOOLEAN ->
                text.equals("true") || text.equals("false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
            case JSON -> json(text);
        };
    }

    private static Optional<Object> integer(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> number(String text) {
        return NUMBER.matcher(text).matches()
                ? Optional.of(Double.parseDouble(text))
                        .filter(value -> !value.isInfinite())
                        .map(Object.class::cast)
                : Optional.empty();
    }

    private static Optional<Object> json(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node.isContainerNode() ? Optional.of(value(node)) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** A value of JSON as configs see it; the parser takes no more than a thousand levels. */
    public static Object value(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(member -> map.put(member.getKey(), value(member.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(one -> list.add(value(one)));
            return list;
        }
        if (node.isNumber()) {
            return node.isIntegralNumber() && node.canConvertToLong() ? (Object) node.longValue() : node.doubleValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isNull() ? null : node.textValue();
    }
}
