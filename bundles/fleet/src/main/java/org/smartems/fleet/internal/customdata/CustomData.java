// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.customdata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smartems.fleet.catalogue.CustomDataField;
import org.smartems.fleet.internal.variable.Casting;

/** What is kept of custom data: the declared values by their paths, as an object of JSON. */
public final class CustomData {

    /** Nothing was reported. */
    public static final String NONE = "{}";

    private static final int DEPTH = 64;
    private static final int MOST_DIGITS = 40;
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CustomData() {}

    /** Reads what a device sent; empty when it is no object. */
    public static Optional<JsonNode> object(String json) {
        try {
            return Optional.of(JSON.readTree(json)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The stored values of fields that are still declared, for the caller to change. */
    public static ObjectNode kept(List<CustomDataField> fields, String stored) {
        ObjectNode kept = JSON.createObjectNode();
        if (!NONE.equals(stored)) {
            JsonNode known = read(stored);
            fields.forEach(field ->
                    Optional.ofNullable(known.get(field.path())).ifPresent(value -> kept.set(field.path(), value)));
        }
        return kept;
    }

    /** Where a field is; a path without a slash in front has dots between its names. */
    public static JsonPointer pointer(String path) {
        return JsonPointer.compile(
                path.startsWith("/")
                        ? path
                        : "/" + path.replace("~", "~0").replace("/", "~1").replace('.', '/'));
    }

    /** Whether a value is one of the type, and can be stored. */
    public static boolean fits(CustomDataField.Type type, JsonNode value) {
        return switch (type) {
            case STRING -> value.isTextual() && isStorable(value);
            case INTEGER -> value.isIntegralNumber() && value.canConvertToLong();
            case NUMBER -> value.isNumber() && isStorable(value);
            case BOOLEAN -> value.isBoolean();
            case JSON -> isStorable(value);
        };
    }

    /**
     * The values of those fields that configs see.
     *
     * @return by the name of the variable; null stands for what is not known
     */
    public static Map<String, Object> variables(List<CustomDataField> fields, String stored) {
        Map<String, Object> variables = new LinkedHashMap<>();
        JsonNode known = NONE.equals(stored) ? JSON.createObjectNode() : read(stored);
        for (CustomDataField field : fields) {
            JsonNode value = known.path(field.path());
            // the type may have been changed since the device reported
            boolean isValue = !value.isMissingNode() && fits(field.type(), value);
            field.variable().ifPresent(name -> variables.put(name, isValue ? value(field, value) : null));
        }
        return variables;
    }

    private static Object value(CustomDataField field, JsonNode value) {
        return field.type() == CustomDataField.Type.NUMBER ? (Object) value.doubleValue() : Casting.value(value);
    }

    /** The database takes neither NUL, nor half of a surrogate pair, nor a number that is none. */
    private static boolean isStorable(JsonNode value) {
        if (value.isTextual()) {
            return isStorable(value.textValue());
        }
        if (value.isNumber()) {
            return Double.isFinite(value.doubleValue()) && digits(value.decimalValue()) <= MOST_DIGITS;
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (!isStorable(member.getKey())) {
                return false;
            }
        }
        for (JsonNode one : value) {
            if (!isStorable(one)) {
                return false;
            }
        }
        return true;
    }

    /** The database writes numbers out: a few characters such as 1e300 would become hundreds. */
    private static int digits(BigDecimal number) {
        return Math.max(number.precision() - number.scale(), 1) + Math.max(number.scale(), 0);
    }

    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(it -> it == 0 || Character.getType(it) == Character.SURROGATE);
    }

    private static JsonNode read(String stored) {
        try {
            return JSON.readTree(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored custom data of a device cannot be read", e);
        }
    }
}
