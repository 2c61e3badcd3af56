// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.smartems.resource.Permission;
import org.smartems.resource.Requester;

/** What is written by hand of uploads; {@code TusFilterTest} shows that it is what is served. */
class TusDocumentTest {

    private static final String NEW = "/tus/upload";
    private static final String PRESENT = "/tus/upload/{token}";

    private static JsonNode document(Area area) {
        Requester reader = new Requester(1, "reader", area.of(EnumSet.allOf(Permission.class)));
        return new OpenApi("https://ems.test", List.of()).document(area, reader);
    }

    private static JsonNode operation(String method, String path) {
        return document(Area.SMARTEMS).path("paths").path(path).path(method);
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.properties().stream().map(Map.Entry::getKey).forEach(names::add);
        return names;
    }

    @ParameterizedTest
    @EnumSource(Area.class)
    void tellsThoseWhoMayUpload(Area area) {
        boolean may = Set.of(Area.ADMIN, Area.SMARTEMS, Area.SMARTEMS_VPN).contains(area);
        JsonNode document = document(area);
        assertThat(document.path("paths").has(NEW)).isEqualTo(may);
        assertThat(document.path("paths").has(PRESENT)).isEqualTo(may);
        assertThat(document.path("components").has("headers")).isEqualTo(may);
    }

    @Test
    void hasAnotherRootThanTheRest() {
        JsonNode document = document(Area.ADMIN);
        assertThat(document.path("servers").path(0).path("url").textValue()).isEqualTo("https://ems.test/web/api");
        for (String path : List.of(NEW, PRESENT)) {
            assertThat(document.path("paths").path(path).path("servers"))
                    .extracting(server -> server.path("url").textValue())
                    .containsExactly("https://ems.test/web");
        }
    }

    @Test
    void hasTheMethodsThatAreServed() {
        JsonNode paths = document(Area.ADMIN).path("paths");
        assertThat(names(paths.path(NEW))).containsExactlyInAnyOrder("post", "options", "servers");
        assertThat(names(paths.path(PRESENT)))
                .containsExactlyInAnyOrder("head", "patch", "delete", "options", "parameters", "servers");
    }

    @ParameterizedTest
    @CsvSource({
        "post, /tus/upload, 201 400 401 403 404 408 409 412 413 415 423 429 460 503 507",
        "options, /tus/upload, 204 503",
        "head, /tus/upload/{token}, 200 401 403 404 410 412 503",
        "patch, /tus/upload/{token}, 204 400 401 403 404 408 409 410 412 413 415 423 460 503 507",
        "delete, /tus/upload/{token}, 204 401 403 404 410 412 423 503",
        "options, /tus/upload/{token}, 204 503"
    })
    void namesEveryStatus(String method, String path, String statuses) {
        assertThat(names(operation(method, path).path("responses"))).containsExactly(statuses.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"post, /tus/upload", "head, /tus/upload/{token}", "patch, /tus/upload/{token}"})
    void everyAnswerNamesTheVersion(String method, String path) {
        JsonNode operation = operation(method, path);
        assertThat(operation.path("parameters").findValuesAsText("$ref"))
                .contains("#/components/parameters/TusResumable");
        operation.path("responses").properties().forEach(answer -> {
            if (answer.getKey().startsWith("2")) {
                assertThat(names(answer.getValue().path("headers"))).contains("Tus-Resumable", "Upload-Expires");
            }
        });
    }

    @Test
    void onlyOptionsNeedNoToken() {
        JsonNode paths = document(Area.ADMIN).path("paths");
        for (String path : List.of(NEW, PRESENT)) {
            paths.path(path).properties().forEach(operation -> assertThat(
                            operation.getValue().has("security"))
                    .as(operation.getKey())
                    .isEqualTo(operation.getKey().equals("options")));
        }
    }
}
