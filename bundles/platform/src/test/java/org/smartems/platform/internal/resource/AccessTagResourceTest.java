// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.ErrorCategory;

class AccessTagResourceTest extends ResourceFixture {

    @Test
    void createsReadsEditsAndDeletes() throws Exception {
        JsonNode made = admin.post("accesstag/create", "{'name': ' Munich '}");
        long id = made.path("id").asLong();
        assertThat(members(made)).containsExactlyInAnyOrder("id", "representation", "name");
        assertThat(made.path("representation").asText()).isEqualTo("Munich");
        assertThat(admin.get("accesstag/" + id)).isEqualTo(made);
        assertThat(admin.post("accesstag/" + id, "{'name': 'Berlin'}")
                        .path("name")
                        .asText())
                .isEqualTo("Berlin");
        admin.delete("accesstag/" + id);
        assertCategory(ErrorCategory.NOT_FOUND, () -> admin.get("accesstag/" + id));
        assertThat(text("select string_agg(type || ' ' || created_by, ',' order by id) from platform_audit_log_change"))
                .isEqualTo("create " + root + ",update " + root + ",delete " + root);
    }

    @Test
    void filtersAndSortsByName() {
        for (String name : new String[] {"Munich", "Berlin", "Muenster"}) {
            admin.post("accesstag/create", "{'name': '" + name + "'}");
        }
        JsonNode page = admin.post(
                "accesstag/list",
                "{'filters': [{'filterBy': 'name', 'filterType': 'like', 'filterValue': 'mu'}],"
                        + " 'sorting': [{'field': 'name', 'direction': 'desc'}]}");
        assertThat(page.path("rowCount").asInt()).isEqualTo(2);
        assertThat(page.path("results").findValuesAsText("name")).containsExactly("Munich", "Muenster");
    }

    @Test
    void namesWhatIsWrong() {
        admin.post("accesstag/create", "{'name': 'Munich'}");
        assertInvalid("name: validation.uniqueEntity {}", () -> admin.post("accesstag/create", "{'name': 'Munich'}"));
        assertInvalid("name: validation.required {}", () -> admin.post("accesstag/create", "{'name': ' '}"));
        assertInvalid(
                "name: validation.lengthMax {limit=255}",
                () -> admin.post("accesstag/create", "{'name': '" + "x".repeat(256) + "'}"));
        assertInvalid(
                ": validation.extraFields {fields=color}; name: validation.required {}",
                () -> admin.post("accesstag/create", "{'color': 'red'}"));
    }

    @Test
    void isForAdministrators() {
        assertForbidden(() -> operator.post("accesstag/list", "{}"));
        assertForbidden(() -> operator.post("accesstag/create", "{'name': 'Munich'}"));
    }
}
