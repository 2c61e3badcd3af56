// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smartems.resource.Permission;
import org.smartems.resource.Requester;
import org.smartems.resource.Route;
import org.smartems.rest.contract.Declarations;

/** The documents of all that is declared say of every member that is sent or answered what it is. */
class SchemasTest {

    /** What nobody can describe: a device sends whatever it likes. */
    private static final Set<String> FREE = Set.of("Device.customData[].value");

    private static final List<Route> ROUTES = Declarations.onClassPath().allRoutes();

    @ParameterizedTest
    @EnumSource(Area.class)
    void everyAnswerAndEveryBodySaysWhatItHolds(Area area) {
        Requester reader = new Requester(1, "reader", area.of(EnumSet.allOf(Permission.class)));
        JsonNode document = new OpenApi("https://ems.test", ROUTES).document(area, reader);
        Vague vague = new Vague(document);
        assertThat(vague.places()).isEmpty();
        assertThat(vague.free()).isSubsetOf(FREE);
    }

    /** Looks for schemas that say nothing. */
    private record Vague(JsonNode document, Set<String> places, Set<String> free, Set<String> seen) {

        Vague(JsonNode document) {
            this(document, new TreeSet<>(), new TreeSet<>(), new HashSet<>());
            document.path("paths").properties().forEach(path -> path.getValue()
                    .properties()
                    .forEach(operation -> operation(operation.getKey() + " " + path.getKey(), operation.getValue())));
        }

        private void operation(String name, JsonNode operation) {
            content(name + " takes", operation.path("requestBody"));
            operation.path("responses").properties().forEach(response -> {
                if (response.getKey().startsWith("2")) {
                    content(name + " answers", response.getValue());
                }
            });
        }

        private void content(String name, JsonNode described) {
            described.path("content").properties().forEach(content -> {
                if (content.getKey().endsWith("json")) {
                    schema(name, content.getValue().path("schema"));
                }
            });
        }

        private void schema(String place, JsonNode schema) {
            if (schema.has("$ref")) {
                String component = schema.path("$ref").textValue().substring(1);
                if (seen.add(component)) {
                    schema(component.substring(component.lastIndexOf('/') + 1), document.at(component));
                }
                return;
            }
            if (schema.path("description").asText().contains("JSON of any kind: ")) {
                free.add(place);
            } else if (!saysSomething(schema)) {
                places.add(place);
            }
            schema.path("properties")
                    .properties()
                    .forEach(member -> schema(place + "." + member.getKey(), member.getValue()));
            for (String part : List.of("items", "additionalProperties")) {
                boolean none = schema.path("maxItems").asInt(1) == 0;
                if (schema.path(part).isObject() && !none) {
                    schema(place + "[]", schema.path(part));
                }
            }
            for (String parts : List.of("allOf", "oneOf")) {
                schema.path(parts).forEach(part -> schema(place, part));
            }
        }

        private static boolean saysSomething(JsonNode schema) {
            if (schema.path("type").asText().equals("object")) {
                return !schema.path("properties").isEmpty()
                        || schema.path("additionalProperties").isObject();
            }
            return schema.has("type") || schema.has("allOf") || schema.has("oneOf");
        }
    }
}
