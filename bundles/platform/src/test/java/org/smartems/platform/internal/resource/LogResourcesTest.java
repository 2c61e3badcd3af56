// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class LogResourcesTest extends ResourceFixture {

    @Test
    void tellsWhoChangedWhatNewestFirst() throws Exception {
        long id =
                admin.post("accesstag/create", "{'name': 'Munich'}").path("id").asLong();
        admin.post("accesstag/" + id, "{'name': 'Berlin'}");
        JsonNode page = admin.post("auditlogchange/list", "{}");
        assertThat(page.path("results").findValuesAsText("type")).containsExactly("update", "create");
        JsonNode change = page.path("results").path(0);
        assertThat(members(change))
                .contains("id", "representation", "createdAt", "createdBy", "type", "onlyChanges", "entityName")
                .contains("entityId", "log", "oldValues", "newValues");
        assertThat(change.path("createdBy").path("representation").asText()).isEqualTo("root");
        assertThat(change.path("log").path("createdBy").path("id").asLong()).isEqualTo(root);
        JsonNode values = admin.get("auditlogchange/values/" + change.path("id").asLong());
        assertThat(values.path("oldValues").asText()).isEqualTo("{\"name\": \"Munich\"}");
        assertThat(values.path("newValues").asText()).isEqualTo("{\"name\": \"Berlin\"}");
        String log = change.path("log").path("id").asText();
        assertThat(types("'filterBy': 'log.id', 'filterType': 'like', 'filterValue': '" + log + "'"))
                .isEqualTo("update");
        assertThat(types("'filterBy': 'type', 'filterType': 'equal', 'filterValue': 'create'"))
                .isEqualTo("create");
        assertThat(types("'filterBy': 'entityId', 'filterType': 'like', 'filterValue': '" + id + "'"))
                .isEqualTo("update create");
        assertThat(types("'filterBy': 'entityName', 'filterType': 'like', 'filterValue': 'user'"))
                .isEmpty();
    }

    @Test
    void tellsWhoLoggedInOrCouldNot() throws Exception {
        sql("insert into platform_user_login_attempt (username, user_id, remote_host, login_valid, totp_valid,"
                + " created_at) values ('root', " + root + ", '192.0.2.1', true, true, now() - interval '1 minute'),"
                + " ('nobody', null, '192.0.2.2', false, false, now()), (null, null, null, false, false,"
                + " now() - interval '1 day')");
        JsonNode page = admin.post("userloginattempt/list", "{}");
        assertThat(page.path("results").findValuesAsText("remoteHost")).containsExactly("192.0.2.2", "192.0.2.1");
        assertThat(page.path("rowCount").asInt()).isEqualTo(3);
        JsonNode valid = page.path("results").path(1);
        assertThat(members(valid))
                .contains("representation", "createdAt", "loginValid", "totpValid", "remoteHost", "username", "user");
        assertThat(members(valid.path("user"))).containsExactlyInAnyOrder("id", "representation", "createdAt");
        JsonNode filtered = admin.post(
                "userloginattempt/list",
                "{'filters': [{'filterBy': 'loginValid', 'filterType': 'boolean', 'filterValue': false},"
                        + " {'filterBy': 'username', 'filterType': 'like', 'filterValue': 'BOD'}]}");
        assertThat(filtered.path("results").findValuesAsText("username")).containsExactly("nobody");
    }

    @Test
    void areForAdministrators() {
        assertForbidden(() -> operator.post("auditlogchange/list", "{}"));
        assertForbidden(() -> operator.get("auditlogchange/values/1"));
        assertForbidden(() -> operator.post("userloginattempt/list", "{}"));
    }

    private String types(String filter) {
        JsonNode page = admin.post("auditlogchange/list", "{'filters': [{" + filter + "}]}");
        return String.join(" ", page.path("results").findValuesAsText("type"));
    }
}
