// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smartems.resource.Permission;
import org.smartems.resource.Requester;
import org.smartems.resource.Resource;
import org.smartems.resource.Route;

class OpenApiTest {

    private static final JsonNode ADMIN = document(Area.ADMIN);
    private static final JsonNode SMARTEMS = document(Area.SMARTEMS);

    private static final Set<String> BESIDE_OPERATIONS = Set.of("parameters", "servers");

    private static JsonNode document(Area area) {
        Things things = new Things();
        List<Route> routes = new ArrayList<>(things.routes());
        things.resources().stream().map(Resource::routes).forEach(routes::addAll);
        Requester reader = new Requester(1, "reader", area.of(EnumSet.allOf(Permission.class)));
        return new OpenApi("https://ems.test", routes).document(area, reader);
    }

    private static JsonNode schema(JsonNode document, String name) {
        return document.path("components").path("schemas").path(name);
    }

    private static JsonNode operation(JsonNode document, String method, String path) {
        return document.path("paths").path(path).path(method);
    }

    private static JsonNode sent(JsonNode document, String path) {
        return operation(document, "post", path)
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    @ParameterizedTest
    @EnumSource(Area.class)
    void everyAreaRefersToWhatItHoldsAndToAllOfIt(Area area) {
        JsonNode document = document(area);
        Set<String> defined = new TreeSet<>();
        for (String kind : List.of("schemas", "responses", "parameters", "headers")) {
            names(document.path("components").path(kind))
                    .forEach(name -> defined.add("#/components/" + kind + "/" + name));
        }
        Set<String> used = new TreeSet<>();
        document.findValues("$ref").forEach(reference -> used.add(reference.textValue()));
        assertThat(used).isEqualTo(defined);
    }

    @ParameterizedTest
    @EnumSource(Area.class)
    void everyOperationHasANameOfItsOwnAndAKnownTag(Area area) {
        JsonNode document = document(area);
        Set<String> ids = new HashSet<>();
        Set<String> tags = new HashSet<>();
        document.path("tags").forEach(tag -> tags.add(tag.path("name").textValue()));
        for (JsonNode path : document.path("paths")) {
            for (String method : names(path)) {
                if (!BESIDE_OPERATIONS.contains(method)) {
                    JsonNode operation = path.path(method);
                    assertThat(ids.add(operation.path("operationId").textValue()))
                            .isTrue();
                    assertThat(tags).contains(operation.path("tags").path(0).textValue());
                    assertThat(operation.path("description").textValue()).isNotBlank();
                    assertThat(names(operation.path("responses"))).anyMatch(status -> status.startsWith("2"));
                }
            }
        }
        assertThat(ids).isNotEmpty();
    }

    @Test
    void tellsEverybodyWhatTheyMayCallAndNoMore() {
        assertThat(names(ADMIN.path("paths"))).contains("/thing/{id}", "/options/{kind}/{thingId}");
        assertThat(names(SMARTEMS.path("paths"))).contains("/thing/{id}").doesNotContain("/options/{kind}/{thingId}");
        assertThat(names(operation(SMARTEMS, "delete", "/thing/{id}"))).isEmpty();
        assertThat(names(document(Area.AUTHENTICATION).path("paths")))
                .contains("/authentication/login_check")
                .doesNotContain("/thing/list");
    }

    @Test
    void tellsEverybodyWhichFieldsTheyReadSendFilterAndSort() {
        assertThat(names(schema(ADMIN, "Thing").path("properties"))).contains("cost", "deny");
        assertThat(names(schema(SMARTEMS, "Thing").path("properties")))
                .contains("name", "box")
                .doesNotContain("cost", "secret");
        assertThat(names(sent(ADMIN, "/thing/{id}").path("properties"))).contains("hint");
        assertThat(names(sent(SMARTEMS, "/thing/{id}").path("properties"))).containsExactly("name", "text", "hot");
        assertThat(schema(ADMIN, "ThingFilter")
                        .path("properties")
                        .path("filterBy")
                        .path("enum")
                        .toString())
                .contains("\"cost\"");
        assertThat(schema(SMARTEMS, "ThingFilter")
                        .path("properties")
                        .path("filterBy")
                        .path("enum")
                        .toString())
                .doesNotContain("\"cost\"");
        assertThat(schema(SMARTEMS, "ThingSorting")
                        .path("properties")
                        .path("field")
                        .path("enum")
                        .toString())
                .contains("\"level\"")
                .doesNotContain("\"cost\"");
    }

    @Test
    void bodiesNameTheirRulesAndRefuseOthers() {
        JsonNode body = sent(ADMIN, "/thing/create");
        assertThat(body.path("additionalProperties").booleanValue()).isFalse();
        assertThat(body.path("required")).extracting(JsonNode::textValue).containsExactly("name");
        JsonNode properties = body.path("properties");
        assertThat(properties.path("name").path("maxLength").intValue()).isEqualTo(255);
        assertThat(properties.path("level").path("minimum").intValue()).isEqualTo(1);
        assertThat(properties.path("level").path("default").intValue()).isEqualTo(3);
        assertThat(properties.path("boxes").path("minItems").intValue()).isEqualTo(1);
        assertThat(properties
                        .path("parts")
                        .path("items")
                        .path("required")
                        .path(0)
                        .textValue())
                .isEqualTo("part");
        assertThat(sent(ADMIN, "/thing/batch/heat").path("required"))
                .extracting(JsonNode::textValue)
                .contains("ids");
    }

    @Test
    void answersHaveTheirErrors() {
        assertThat(names(operation(ADMIN, "post", "/thing/create").path("responses")))
                .containsExactlyInAnyOrder("200", "400", "401", "403", "409", "413", "415", "503");
        assertThat(names(operation(ADMIN, "delete", "/thing/{id}").path("responses")))
                .containsExactlyInAnyOrder("204", "401", "403", "404", "409", "503");
        assertThat(schema(ADMIN, "FieldErrors")
                        .path("properties")
                        .path("children")
                        .toString())
                .contains("#/components/schemas/FieldErrors");
        assertThat(schema(ADMIN, "Thing").path("properties").path("deny").toString())
                .contains("deny.thing.cold");
    }

    @Test
    void listsArePagesOfRowsAndFilesHaveTheirType() {
        assertThat(schema(ADMIN, "ThingPage")
                        .path("properties")
                        .path("results")
                        .path("items")
                        .path("$ref")
                        .textValue())
                .isEqualTo("#/components/schemas/Thing");
        assertThat(names(operation(ADMIN, "post", "/thing/export/csv")
                        .path("responses")
                        .path("200")
                        .path("content")))
                .containsExactly("text/csv");
        assertThat(names(schema(ADMIN, "ThingExcelExport").path("properties"))).contains("sheetName", "filters");
        JsonNode options =
                operation(ADMIN, "get", "/options/things").path("responses").path("200");
        assertThat(options.findValue("properties").properties())
                .extracting(Map.Entry::getKey)
                .contains("id", "representation", "hot");
    }

    @Test
    void everythingButTheLogInNeedsAToken() {
        List<String> open = new ArrayList<>();
        ADMIN.path("paths").properties().forEach(path -> {
            boolean all = StreamSupport.stream(path.getValue().spliterator(), false)
                    .allMatch(operation -> operation.has("security"));
            if (all) {
                open.add(path.getKey());
            }
        });
        assertThat(ADMIN.path("security").path(0).has("bearer")).isTrue();
        assertThat(open)
                .containsExactlyInAnyOrder(
                        "/anonymous/configuration",
                        "/authentication/login_check",
                        "/authentication/token/refresh",
                        "/authentication/token/extend",
                        "/authentication/token/extend/{refreshToken}");
    }
}
