// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.smartems.resource.Permission;
import org.smartems.resource.Requester;

/**
 * A part of the documents that no declaration tells. Besides what OpenAPI has, its file knows {@code readers}, without
 * whose permission nobody gets it; {@code server}, the path of calls that are not below that of the API; and of an
 * operation {@code errors}, the statuses of errors as every call has them, and {@code refusals}, its own by status.
 */
record Handwritten(JsonNode json) {

    /** Log in and the life of a session, what the console asks, and uploads. */
    static final List<Handwritten> ALL = List.of(read("session.json"), read("console.json"), read("tus.json"));

    private static final Set<String> METHODS = Set.of("get", "post", "patch", "delete", "head", "options");

    private static Handwritten read(String file) {
        try (InputStream stream = Handwritten.class.getResourceAsStream(file)) {
            return new Handwritten(new ObjectMapper().readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isFor(Requester reader) {
        if (!json.has("readers")) {
            return true;
        }
        Set<Permission> readers = StreamSupport.stream(json.path("readers").spliterator(), false)
                .map(name -> Permission.valueOf(name.textValue()))
                .collect(Collectors.toSet());
        return reader.hasAny(readers);
    }

    void describe(Map<String, String> tags) {
        json.path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
    }

    /**
     * Adds the calls.
     *
     * @param host address of the server, without a path
     * @param paths of the document
     * @param components of the document
     */
    void write(String host, ObjectNode paths, Components components) {
        components.addAll(json);
        json.path("paths").properties().forEach(path -> {
            ObjectNode copy = path.getValue().deepCopy();
            copy.properties().stream()
                    .filter(member -> METHODS.contains(member.getKey()))
                    .forEach(operation -> answers((ObjectNode) operation.getValue(), components));
            if (json.has("server")) {
                copy.putArray("servers")
                        .addObject()
                        .put("url", host + json.path("server").textValue());
            }
            paths.set(path.getKey(), copy);
        });
    }

    private static void answers(ObjectNode operation, Components components) {
        ObjectNode responses = (ObjectNode) operation.get("responses");
        operation.remove("errors").forEach(status -> components.errors(responses, status.intValue()));
        JsonNode refusals = operation.remove("refusals");
        if (refusals != null) {
            refusals.properties().forEach(refusal -> responses.set(refusal.getKey(), refusal(refusal.getValue())));
        }
    }

    private static ObjectNode refusal(JsonNode text) {
        ObjectNode response = JsonNodeFactory.instance.objectNode().put("description", text.textValue());
        response.putObject("content").putObject("application/json").set("schema", Schema.reference("Error"));
        return response;
    }
}
