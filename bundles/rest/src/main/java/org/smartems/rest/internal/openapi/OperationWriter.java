// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.smartems.resource.Field;
import org.smartems.resource.Requester;
import org.smartems.resource.Route;

/** Describes one call. */
final class OperationWriter {

    private static final String JSON = "application/json";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Requester reader;
    private final Components components;
    private final FieldSchemas fields;

    OperationWriter(Requester reader, Components components) {
        this.reader = reader;
        this.components = components;
        this.fields = new FieldSchemas(reader, components);
    }

    ObjectNode write(Route route, String tag) {
        ObjectNode operation = JsonNodeFactory.instance.objectNode();
        operation.put("operationId", Names.operation(route.method(), route.path()));
        operation.putArray("tags").add(tag);
        operation.put("summary", summary(route));
        operation.put("description", description(route));
        parameters(route, operation);
        body(route, operation);
        answers(route, operation);
        return operation;
    }

    private static String summary(Route route) {
        return route.summary().isEmpty() ? route.method() + " " + route.path() : route.summary();
    }

    private static String description(Route route) {
        String text = summary(route) + ".";
        return route.denied() == null || route.resource() == null
                ? text
                : text + " Refused with 403 while deny of the row has the key " + route.denied() + ".";
    }

    private static void parameters(Route route, ObjectNode operation) {
        ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
        for (String segment : route.path().split("/")) {
            if (segment.startsWith("{")) {
                parameters.add(parameter(segment.substring(1, segment.length() - 1)));
            }
        }
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
    }

    private static ObjectNode parameter(String name) {
        boolean id = name.equals("id") || name.endsWith("Id");
        ObjectNode parameter = JsonNodeFactory.instance.objectNode();
        parameter.put("name", name).put("in", "path").put("required", true);
        parameter.put("description", id ? "Id" : "One of those that there are");
        parameter.set("schema", id ? Schema.of("integer", "int64").put("minimum", 1) : Schema.of("string"));
        return parameter;
    }

    private void body(Route route, ObjectNode operation) {
        ObjectNode schema = sent(route);
        if (schema == null) {
            return;
        }
        boolean required = schema.has("required") || schema.has("$ref");
        ObjectNode body = operation.putObject("requestBody");
        body.put("required", required);
        body.putObject("content").putObject(JSON).set("schema", schema);
    }

    private ObjectNode sent(Route route) {
        if (route.isBodyRead()) {
            return read(route);
        }
        ObjectNode schema = fields.sent(route.inputs(), route.inputMode());
        if (schema.path("properties").isEmpty()) {
            // there is nothing that this reader may send
            return null;
        }
        if (route.answer() == Route.Answer.BATCH) {
            completeBatch(route, schema);
        }
        return schema;
    }

    private ObjectNode read(Route route) {
        if (route.resource() == null) {
            return Schema.of("object");
        }
        ListSchemas lists = new ListSchemas(route.resource(), reader, components);
        if (route.answer() == Route.Answer.PAGE) {
            return lists.query();
        }
        return isExport(route) ? lists.export(route.path().endsWith("/excel")) : Schema.of("object");
    }

    private void completeBatch(Route route, ObjectNode schema) {
        ObjectNode ids = Schema.array(components.id()).put("minItems", 1);
        Schema.property(schema, "ids", ids);
        ObjectNode sorting = new ListSchemas(route.resource(), reader, components).sorting();
        Schema.property(
                schema,
                "sorting",
                Schema.described(sorting, "Order of the results").put("nullable", true));
    }

    private static boolean isExport(Route route) {
        return route.answer() == Route.Answer.FILE && route.path().contains("/export/");
    }

    private void answers(Route route, ObjectNode operation) {
        ObjectNode answers = operation.putObject("responses");
        if (route.answer() == Route.Answer.NOTHING) {
            answers.putObject("204").put("description", "Done.");
        } else {
            ObjectNode answer = answers.putObject("200");
            answer.put("description", "Done.");
            answer.putObject("content").putObject(mediaType(route)).set("schema", answered(route));
        }
        boolean sends = operation.has("requestBody");
        if (route.answer() == Route.Answer.BATCH && sends) {
            accepted(answers.putObject("202"));
        }
        components.errors(answers, 401, 403, 503);
        if (operation.has("parameters")) {
            components.errors(answers, 404);
        }
        if (sends) {
            components.errors(answers, 400, 413, 415);
        }
        if (!isReading(route)) {
            components.errors(answers, 409);
        }
    }

    private static void accepted(ObjectNode answer) {
        answer.put("description", "More than 500 ids: it goes on, and Location tells its progress.");
        ObjectNode job = Schema.object();
        Schema.property(job, "id", Schema.of("integer", "int64"));
        Schema.property(job, "state", Schema.of("string"));
        Schema.property(job, "total", Schema.of("integer", "int32"));
        Schema.property(job, "done", Schema.of("integer", "int32"));
        answer.putObject("content").putObject(JSON).set("schema", job);
    }

    /** A GET with a twin changes something; saying so for all of them is not wrong. */
    private static boolean isReading(Route route) {
        return route.answer() == Route.Answer.PAGE
                || route.answer() == Route.Answer.OPTIONS
                || isExport(route)
                || route.method().equals("GET") && route.denied() == null;
    }

    private static String mediaType(Route route) {
        if (route.answer() != Route.Answer.FILE) {
            return JSON;
        }
        if (!isExport(route)) {
            return "application/octet-stream";
        }
        return route.path().endsWith("/excel") ? EXCEL : "text/csv";
    }

    private ObjectNode answered(Route route) {
        return switch (route.answer()) {
            case THING -> thing(route);
            case PAGE -> new ListSchemas(route.resource(), reader, components).page();
            case BATCH -> components.batchResults();
            case OPTIONS -> Schema.array(option(route));
            case OBJECT -> fields.told(route.answered());
            case FILE -> Schema.of("string", "binary");
            default -> json(route);
        };
    }

    private ObjectNode json(Route route) {
        ObjectNode schema = route.answered().isEmpty()
                ? Schema.any()
                : fields.answered(route.answered().get(0));
        return Schema.described(schema, summary(route));
    }

    private ObjectNode thing(Route route) {
        return route.resource() == null
                ? Schema.of("object")
                : new ListSchemas(route.resource(), reader, components).row();
    }

    private ObjectNode option(Route route) {
        if (route.answered().isEmpty()) {
            return components.reference();
        }
        ObjectNode option = fields.told(route.answered());
        boolean hasId = route.answered().stream().map(Field::name).anyMatch("id"::equals);
        if (!hasId) {
            Schema.property(option, "id", Schema.of("integer", "int64"));
            Schema.property(option, "representation", Schema.of("string"));
        }
        return option;
    }
}
