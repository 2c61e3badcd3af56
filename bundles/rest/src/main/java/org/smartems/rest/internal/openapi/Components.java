// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What several operations of a document refer to; holds nothing that none of them does. */
final class Components {

    private final Map<String, JsonNode> schemas = new TreeMap<>();
    private final Map<String, JsonNode> responses = new TreeMap<>();

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

    private static ObjectNode brokenRule() {
        ObjectNode object = Schema.object();
        Schema.property(object, "message", Schema.described(Schema.of("string"), "A stable id"));
        Schema.property(object, "parameters", Schema.of("object"));
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
            Schema.property(node, "errors", Schema.array(schema("BrokenRule", Components::brokenRule)));
            ObjectNode children = Schema.of("object");
            children.set("additionalProperties", Schema.reference("FieldErrors"));
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

    /** Takes over schemas that were written by hand. */
    void addAll(JsonNode more) {
        more.properties().forEach(schema -> schemas.put(schema.getKey(), schema.getValue()));
    }

    void write(ObjectNode components) {
        ObjectNode written = components.putObject("schemas");
        schemas.forEach(written::set);
        ObjectNode answers = components.putObject("responses");
        responses.forEach(answers::set);
    }
}
