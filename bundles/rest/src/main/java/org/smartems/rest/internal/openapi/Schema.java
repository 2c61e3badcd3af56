// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/** The words of a schema in OpenAPI 3.0. */
final class Schema {

    private static final String COMPONENT = "#/components/schemas/";

    private Schema() {}

    static ObjectNode any() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode of(String type) {
        return any().put("type", type);
    }

    static ObjectNode of(String type, String format) {
        return of(type).put("format", format);
    }

    static ObjectNode texts(Collection<String> values) {
        ObjectNode schema = of("string");
        if (!values.isEmpty()) {
            ArrayNode options = schema.putArray("enum");
            values.stream().distinct().forEach(options::add);
        }
        return schema;
    }

    static ObjectNode array(JsonNode items) {
        ObjectNode schema = of("array");
        schema.set("items", items);
        return schema;
    }

    static ObjectNode object() {
        ObjectNode schema = of("object");
        schema.putObject("properties");
        return schema;
    }

    /** An object whose members are alike and have names of their own. */
    static ObjectNode byName(JsonNode member) {
        ObjectNode schema = of("object");
        schema.set("additionalProperties", member);
        return schema;
    }

    /** An object that may have no other members. */
    static ObjectNode closed() {
        return object().put("additionalProperties", false);
    }

    static void property(ObjectNode object, String name, JsonNode schema) {
        ((ObjectNode) object.get("properties")).set(name, schema);
    }

    static void require(ObjectNode object, String name) {
        object.withArray("required").add(name);
    }

    static ObjectNode reference(String component) {
        return any().put("$ref", COMPONENT + component);
    }

    /** Nothing may stand beside a reference. */
    static ObjectNode described(ObjectNode schema, String text) {
        ObjectNode open = schema;
        if (schema.has("$ref")) {
            open = any();
            open.putArray("allOf").add(schema);
        }
        return open.put("description", text);
    }

    static ObjectNode oneOf(JsonNode... schemas) {
        ObjectNode schema = any();
        ArrayNode options = schema.putArray("oneOf");
        for (JsonNode option : schemas) {
            options.add(option);
        }
        return schema;
    }
}
