// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.platform.internal.DatabaseFixture;
import org.smartems.platform.internal.audit.AuditLogService;
import org.smartems.platform.plugin.Container;
import org.smartems.platform.plugin.Containment;
import org.smartems.platform.plugin.Installed;
import org.smartems.platform.plugin.Limits;
import org.smartems.resource.Permission;
import org.smartems.resource.testing.ResourceClient;

class PlugInResourceTest extends DatabaseFixture {

    private static final Duration LONG = Duration.ofHours(1);

    private final Containment containment = new Containment(new Limits(2, LONG, LONG, LONG, 1, LONG, Long.MAX_VALUE));
    private final Installed<String, String> installed =
            new Installed<>("procedure", containment, id -> new Installed.About<>(id.strip(), "The " + id, id));
    private ResourceClient admin;

    @BeforeEach
    void install() throws Exception {
        sql("truncate platform_plugin");
        installed.add("good");
        installed.add("bad");
        installed.add("bad ");
        installed.add("");
        admin = ResourceClient.of(
                        transactions,
                        new PlugInResource(
                                PlugInDirectory.of(installed), new AuditLogService(transactions), transactions, unit))
                .as(addUser("plugins"), Permission.ADMIN);
    }

    @AfterEach
    void end() {
        containment.close();
    }

    @Test
    void listsPlugInsAsIfTheyWereInATable() {
        JsonNode page = admin.post("plugin/list", "{'sorting': [{'field': 'name', 'direction': 'desc'}]}");
        assertThat(page.path("rowCount").asInt()).isEqualTo(4);
        assertThat(page.path("results").findValuesAsText("state"))
                .containsExactlyInAnyOrder("serving", "serving", "duplicate", "unusable");
        assertThat(page.path("results").get(0).path("name").asText()).isEqualTo("java.lang.String");
        assertThat(find("procedure:good").path("provides").asText()).isEqualTo("The good");
        assertThat(find("procedure:good").path("since").asText()).endsWith("+00:00");

        JsonNode unused = admin.post(
                "plugin/list",
                "{'filters': [{'filterBy': 'state', 'filterType': 'equalMultiple', 'filterValue': ['duplicate']}],"
                        + "'rowsPerPage': 1}");
        assertThat(unused.path("rowCount").asInt()).isEqualTo(1);
        assertThat(unused.path("results").get(0).path("deny").path("restart").asText())
                .isEqualTo("deny.plugIn.duplicate");
    }

    @Test
    void restartsWhatHasFaultsAndTellsWhoDidIt() throws Exception {
        Container bad = installed.find("bad").orElseThrow().container();
        bad.fail("IllegalStateException: \u0000 no luck");
        JsonNode before = find("procedure:bad");
        assertThat(before.path("faults").asInt()).isEqualTo(1);
        assertThat(before.path("lastFault").asText()).isEqualTo("IllegalStateException:   no luck");
        assertThat(before.path("deny").has("restart")).isFalse();

        JsonNode after = admin.post("plugin/" + before.path("id").asLong() + "/restart", "{}");
        assertThat(after.path("faults").asInt()).isZero();
        assertThat(after.has("lastFault")).isFalse();
        assertThat(after.path("deny").path("restart").asText()).isEqualTo("deny.plugIn.noFaults");
        assertThat(text("select count(*) from platform_audit_log_change where entity_name = 'PlugIn'"
                        + " and created_by is not null and new_values like '%no luck%'"))
                .isEqualTo("1");
    }

    @Test
    void doesNotRestartWhatHasNoUseOfIt() {
        for (JsonNode row : rows()) {
            assertThatThrownBy(() -> admin.post("plugin/" + row.path("id").asLong() + "/restart", "{}"))
                    .hasMessageContaining("accessDenied");
        }
        assertThatThrownBy(() -> admin.post("plugin/1/restart", "{}")).hasMessageContaining("Not found");
    }

    @Test
    void isForAdministratorsAlone() {
        assertThatThrownBy(() -> admin.as(1, Permission.SMARTEMS).post("plugin/list", "{}"))
                .hasMessageContaining("accessDenied");
    }

    private List<JsonNode> rows() {
        return StreamSupport.stream(
                        admin.post("plugin/list", "{}").path("results").spliterator(), false)
                .toList();
    }

    private JsonNode find(String id) {
        return rows().stream()
                .filter(row -> row.path("representation").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
