// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.smartems.resource.Content;

/** What several operations of a document refer to; holds nothing that none of them does. */
final class Components {

    private final Map<String, JsonNode> schemas = new TreeMap<>();
    private final Map<String, JsonNode> responses = new TreeMap<>();
    private final Map<String, JsonNode> parameters = new TreeMap<>();
    private final Map<String, JsonNode> headers = new TreeMap<>();

    /** A schema by its name, made when it is asked for first. */
    ObjectNode schema(String name, Supplier<ObjectNode> maker) {
        if (!schemas.containsKey(name)) {
            // a schema that refers to itself finds its name taken
            schemas.put(name, Schema.any());
            schemas.put(name, maker.get());
        }
        return Schema.reference(name);
    }

    ObjectNode id() {
        return schema("Id", FieldSchemas::idSchema);
    }

    ObjectNode reference() {
        return schema("Reference", () -> {
            ObjectNode object = Schema.object();
            Schema.property(object, "id", Schema.of("integer", "int64"));
            Schema.property(object, "representation", Schema.of("string"));
            Schema.require(object, "id");
            Schema.require(object, "representation");
            return object;
        });
    }

    /** JSON that is no field. */
    ObjectNode content(Content kind) {
        return switch (kind) {
            case TEXTS -> Schema.array(Schema.of("string"));
            case TEXTS_BY_NAME -> Schema.byName(Schema.of("string"));
            case VALUES_BY_NAME -> Schema.byName(value());
            case VALUE -> value();
            case NUMBER -> Schema.of("number");
            case NONE -> Schema.array(Schema.of("object")).put("maxItems", 0);
            default -> Schema.any();
        };
    }

    private ObjectNode value() {
        return schema(
                "Value",
                () -> Schema.oneOf(
                        Schema.of("string").put("nullable", true), Schema.of("number"), Schema.of("boolean")));
    }

    ObjectNode batchResults() {
        return Schema.array(schema("BatchResult", () -> {
            ObjectNode object = Schema.object();
            Schema.property(object, "id", Schema.of("integer", "int64"));
            Schema.property(object, "representation", Schema.of("string"));
            Schema.property(object, "status", Schema.texts(List.of("success", "warning", "skipped", "error")));
            Schema.property(object, "messages", Schema.array(message()));
            List.of("id", "representation", "status", "messages").forEach(name -> Schema.require(object, name));
            return object;
        }));
    }

    private ObjectNode message() {
        return schema("Message", () -> {
            ObjectNode object = brokenRule();
            Schema.property(object, "severity", Schema.texts(List.of("warning", "error")));
            Schema.require(object, "severity");
            return object;
        });
    }

    private ObjectNode brokenRule() {
        ObjectNode object = Schema.object();
        Schema.property(object, "message", Schema.described(Schema.of("string"), "A stable id"));
        Schema.property(object, "parameters", content(Content.VALUES_BY_NAME));
        Schema.require(object, "message");
        return object;
    }

    /** Answers the errors with these statuses. */
    void errors(ObjectNode answers, int... statuses) {
        for (int status : statuses) {
            ErrorAnswer error = ErrorAnswer.of(status);
            responses.computeIfAbsent(error.component(), name -> error.response(errorSchema(status)));
            answers.set(
                    Integer.toString(status),
                    JsonNodeFactory.instance.objectNode().put("$ref", "#/components/responses/" + error.component()));
        }
    }

    private ObjectNode errorSchema(int status) {
        return switch (status) {
            case 400 -> schema("InvalidRequest", this::invalid);
            case 409 -> schema("Conflict", this::conflict);
            default -> schema("Error", Components::error);
        };
    }

    private static ObjectNode error() {
        ObjectNode object = Schema.object();
        Schema.property(object, "code", Schema.described(Schema.of("integer", "int32"), "The status"));
        Schema.property(object, "message", Schema.described(Schema.of("string"), "One sentence or a stable id"));
        Schema.property(object, "requestId", Schema.described(Schema.of("string"), "Finds the request in the log"));
        Schema.property(object, "deny", Schema.described(Schema.of("string"), "Why an action is refused"));
        List.of("code", "message", "requestId").forEach(name -> Schema.require(object, name));
        return object;
    }

    private ObjectNode invalid() {
        ObjectNode object = error();
        Schema.property(object, "errors", schema("FieldErrors", () -> {
            ObjectNode node = Schema.object();
            Schema.property(node, "errors", Schema.array(schema("BrokenRule", this::brokenRule)));
            ObjectNode children = Schema.byName(Schema.reference("FieldErrors"));
            Schema.property(node, "children", Schema.described(children, "By member"));
            return node;
        }));
        return object;
    }

    private ObjectNode conflict() {
        ObjectNode object = error();
        Schema.property(object, "severity", Schema.texts(List.of("warning", "error")));
        Schema.property(object, "errors", Schema.array(message()));
        Schema.property(object, "payload", Schema.described(Schema.any(), "What is stored now"));
        return object;
    }

    /** Takes over what was written by hand. */
    void addAll(JsonNode written) {
        put(written.path("schemas"), schemas);
        put(written.path("responses"), responses);
        put(written.path("parameters"), parameters);
        put(written.path("headers"), headers);
    }

    private static void put(JsonNode written, Map<String, JsonNode> known) {
        written.properties().forEach(component -> known.put(component.getKey(), component.getValue()));
    }

    void write(ObjectNode components) {
        write(components, "schemas", schemas);
        write(components, "responses", responses);
        write(components, "parameters", parameters);
        write(components, "headers", headers);
    }

    private static void write(ObjectNode components, String kind, Map<String, JsonNode> known) {
        if (!known.isEmpty()) {
            ObjectNode written = components.putObject(kind);
            known.forEach(written::set);
        }
    }
}
