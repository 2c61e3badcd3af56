// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Values as cells of a sheet. */
final class Cells {

    private Cells() {}

    /** Another thing becomes its representation, and an enumeration its label. */
    static Object of(Resource resource, String field, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isNumber()) {
            return value.longValue();
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(element -> parts.add(text(element)));
            return String.join(", ", parts);
        }
        Field known = resource.shape().field(field);
        return known.type() == FieldType.ENUM ? Labels.of(value.asText()) : text(value);
    }

    private static String text(JsonNode value) {
        return value.isObject() ? value.path("representation").asText() : value.asText();
    }
}
