// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smartems.resource.Permission;
import org.smartems.resource.Requester;
import org.smartems.resource.Router;
import org.smartems.rest.contract.Declarations;
import org.smartems.rest.internal.openapi.DocumentationFilter;

/** What is written by hand of {@code console/resources} names every member that is answered, and no other. */
class MetadataDocumentTest {

    private static final Map<String, Set<String>> ALWAYS = new TreeMap<>();
    private static final Map<String, Set<String>> EVER = new TreeMap<>();

    private static JsonNode schemas;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream stream = DocumentationFilter.class.getResourceAsStream("console.json")) {
            schemas = new ObjectMapper().readTree(stream).path("schemas");
        }
        Declarations declarations = Declarations.onClassPath();
        Requester all = new Requester(1, "all", EnumSet.allOf(Permission.class));
        JsonNode metadata = Metadata.of(declarations.resources(), new Router(declarations.allRoutes()), all);
        for (JsonNode resource : metadata) {
            seen("ConsoleResource", resource);
            resource.path("fields").forEach(MetadataDocumentTest::field);
            resource.path("filters").forEach(filter -> seen("ConsoleFilter", filter));
            for (JsonNode route : resource.path("routes")) {
                seen("ConsoleRoute", route);
                route.path("inputs").forEach(MetadataDocumentTest::field);
            }
        }
    }

    private static void field(JsonNode field) {
        seen("ConsoleField", field);
        field.path("members").forEach(MetadataDocumentTest::field);
    }

    private static void seen(String schema, JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        ALWAYS.computeIfAbsent(schema, first -> new TreeSet<>(names)).retainAll(names);
        EVER.computeIfAbsent(schema, first -> new TreeSet<>()).addAll(names);
    }

    @Test
    void namesEveryMember() {
        EVER.forEach((schema, names) -> {
            Set<String> written = new TreeSet<>();
            schemas.path(schema).path("properties").fieldNames().forEachRemaining(written::add);
            assertThat(written).as(schema).isEqualTo(names);
        });
    }

    @Test
    void saysWhichAreAlwaysThere() {
        ALWAYS.forEach((schema, names) -> assertThat(schemas.path(schema).path("required"))
                .as(schema)
                .extracting(JsonNode::textValue)
                .containsExactlyInAnyOrderElementsOf(names));
    }
}
