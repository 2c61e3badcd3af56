// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.smartems.resource.Field;
import org.smartems.resource.FieldType;
import org.smartems.resource.Filter;
import org.smartems.resource.In;
import org.smartems.resource.Permission;
import org.smartems.resource.Requester;
import org.smartems.resource.Resource;
import org.smartems.resource.Result;
import org.smartems.resource.Route;
import org.smartems.resource.Router;
import org.smartems.resource.Shape;
import org.smartems.resource.Target;

class MetadataTest {

    private static final Shape BOX =
            Shape.of("box b", "b.id", "b.name").target("box", "options/boxes").fields(Field.text("name", "b.name"));

    private static final Shape THING = Shape.of("thing t", "t.id", "t.name")
            .fields(
                    Field.enumeration("source", "t.source", List.of("file", "web"))
                            .input(In.CREATE),
                    Field.text("url", "t.url")
                            .requiredIf("source", "web")
                            .acceptedIf("source", "web")
                            .input(In.CREATE),
                    Field.integer("size", "t.size").requiredIf("sized").input(In.CREATE, In.EDIT),
                    Field.one("box", "t.box", BOX.only())
                            .target(new Target("box", "options/boxes/{source}"))
                            .input(In.CREATE),
                    Field.many("boxes", "t.boxes", BOX).minimumCount(1).input(In.EDIT),
                    Shape.user("createdBy", "t.created_by"),
                    Field.text("note", "t.note").kept().input(In.EDIT));

    private final Resource things = Resource.of("thing", "Thing", THING)
            .access(Permission.ADMIN, Permission.SMARTEMS)
            .filter(Filter.of("box.box", FieldType.ONE, "t.box").of(BOX))
            .create(call -> 1)
            .edit(call -> {})
            .build();

    private final Router router = new Router(List.of(
            Route.get("options/boxes").handle(call -> Result.none()),
            Route.get("options/boxes/{kind}").handle(call -> Result.none()),
            Route.get("options/users").access(Permission.ADMIN).handle(call -> Result.none())));

    @Test
    void saysWhatAReferencePointsToAndWhoOffersIt() {
        JsonNode thing = as(Permission.ADMIN);
        assertThat(named(thing.path("fields"), "box"))
                .hasToString(
                        """
                {"name":"box","label":"Box","type":"one","read":true,"list":true,\
                "export":true,"column":false,"sensitive":false,\
                "create":true,"edit":false,"resource":"box","choices":"options/boxes/{source}",\
                "required":false,"kept":false}""");
        assertThat(named(thing.path("fields"), "boxes").path("choices").textValue())
                .isEqualTo("options/boxes");
        assertThat(named(thing.path("fields"), "boxes").path("minimumCount").intValue())
                .isEqualTo(1);
        assertThat(named(thing.path("fields"), "createdBy").path("choices").textValue())
                .isEqualTo("options/users");
    }

    @Test
    void namesNoChoicesThatSomebodyMayNotAskFor() {
        JsonNode createdBy = named(as(Permission.SMARTEMS).path("fields"), "createdBy");
        assertThat(createdBy.path("resource").textValue()).isEqualTo("user");
        assertThat(createdBy.has("choices")).isFalse();
    }

    @Test
    void offersAllThingsToFilters() {
        JsonNode filters = as(Permission.ADMIN).path("filters");
        assertThat(named(filters, "box").path("choices").textValue()).isEqualTo("options/boxes");
        assertThat(named(filters, "box.box").path("resource").textValue()).isEqualTo("box");
        assertThat(named(filters, "source").has("resource")).isFalse();
    }

    @Test
    void saysWhenARuleCounts() {
        JsonNode fields = as(Permission.ADMIN).path("fields");
        JsonNode url = named(fields, "url");
        assertThat(url.path("requiredIf").textValue()).isEqualTo("source");
        assertThat(url.path("requiredIfValue").textValue()).isEqualTo("web");
        assertThat(url.path("acceptedIf").textValue()).isEqualTo("source");
        assertThat(url.path("acceptedIfValue").textValue()).isEqualTo("web");
        assertThat(named(fields, "size").path("requiredIf").textValue()).isEqualTo("sized");
        assertThat(named(fields, "size").has("requiredIfValue")).isFalse();
        assertThat(named(fields, "note").path("kept").booleanValue()).isTrue();
    }

    @Test
    void namesTheInputsOfEveryFormThatCanBeSent() {
        JsonNode routes = as(Permission.ADMIN).path("routes");
        JsonNode create = byPath(routes, "thing/create");
        assertThat(create.path("mode").textValue()).isEqualTo("create");
        assertThat(create.path("answer").textValue()).isEqualTo("thing");
        assertThat(create.path("inputs"))
                .extracting(input -> input.path("name").textValue())
                .containsExactly("source", "url", "size", "box");
        JsonNode edit = byPath(routes, "thing/{id}");
        assertThat(edit.path("mode").textValue()).isEqualTo("edit");
        assertThat(edit.path("inputs"))
                .extracting(input -> input.path("name").textValue())
                .containsExactly("size", "boxes", "note");
        assertThat(byPath(routes, "thing/list").has("inputs")).isFalse();
    }

    private JsonNode as(Permission permission) {
        return Metadata.of(List.of(things), router, new Requester(1, "somebody", Set.of(permission)))
                .path("thing");
    }

    private static JsonNode named(JsonNode array, String name) {
        return find(array, "name", name);
    }

    private static JsonNode byPath(JsonNode routes, String path) {
        return find(routes, "path", path);
    }

    private static JsonNode find(JsonNode array, String member, String value) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(one -> one.path(member).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }
}
