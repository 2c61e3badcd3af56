// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;

class ListQueriesTest {

    private static final Resource THINGS = Resource.of(
                    "thing", "Thing", Shape.of("thing t", "t.id", "t.name").fields(Field.text("name", "t.name")))
            .access(Permission.ADMIN)
            .build();

    private static ListQuery read(ObjectNode body) {
        Requester requester = new Requester(1, "ann", Set.of(Permission.ADMIN));
        return new ListQueries(THINGS, new Call(requester, Map.of(), body, Input.EMPTY, "")).page();
    }

    private static ObjectNode filters(int count) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode filters = body.putArray("filters");
        for (int i = 0; i < count; i++) {
            filters.addObject()
                    .put("filterBy", "name")
                    .put("filterType", "like")
                    .put("filterValue", "a");
        }
        return body;
    }

    private static ObjectNode named(ObjectNode array) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode filters = body.putObject("filters");
        array.path("filters").forEach(filter -> filters.set("f" + filters.size(), filter));
        return body;
    }

    private static ObjectNode sortings(int count) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode sortings = body.putArray("sorting");
        for (int i = 0; i < count; i++) {
            sortings.addObject().put("field", "name").put("direction", "desc");
        }
        return body;
    }

    private static void assertTooMany(ObjectNode body, String member, int limit) {
        ValidationException refusal = catchThrowableOfType(ValidationException.class, () -> read(body));
        assertThat(refusal.errors()).hasSize(1);
        FieldError error = refusal.errors().get(0);
        assertThat(error.path()).isEqualTo(member);
        assertThat(error.message()).isEqualTo("validation.countMax");
        assertThat(error.parameters()).isEqualTo(Map.of("limit", limit));
    }

    @Test
    void takesAHundredFiltersAndNoMore() {
        assertThat(read(filters(100)).conditions()).hasSize(100);
        assertTooMany(filters(101), "filters", 100);
        assertThat(read(named(filters(100))).conditions()).hasSize(100);
        assertTooMany(named(filters(101)), "filters", 100);
    }

    @Test
    void takesTwentySortingsAndNoMore() {
        assertThat(read(sortings(20)).sortings()).hasSize(20);
        assertTooMany(sortings(21), "sorting", 20);
    }
}
