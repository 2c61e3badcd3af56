// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.command.DeviceCommandResource;
import org.smartems.fleet.internal.log.CommunicationLogResource;
import org.smartems.fleet.internal.log.EvidenceResources;
import org.smartems.fleet.internal.log.FailedLoginResource;
import org.smartems.fleet.internal.log.StoredLogs;
import org.smartems.fleet.log.DeviceLogs;
import org.smartems.resource.Permission;
import org.smartems.resource.testing.CountingTransactions;
import org.smartems.resource.testing.ResourceClient;

class LogResourcesTest extends CheckInFixture {

    private CountingTransactions counting;
    private ResourceClient admin;
    private ResourceClient operator;

    @BeforeEach
    void contacts() throws SQLException {
        sql("create table if not exists platform_user_ref (id bigint primary key, representation text)");
        counting = new CountingTransactions(transactions);
        DeviceLogs logs = new StoredLogs(transactions, encryption);
        admin = ResourceClient.of(
                counting,
                new CommunicationLogResource(logs, counting),
                new EvidenceResources(logs),
                new FailedLoginResource(),
                new DeviceCommandResource());
        operator = admin.as(7, Permission.SMARTEMS);
        accessTag(1, 7);
        long tagged = device(gateway, "G1");
        sql("update fleet_device set access_tags = '{1,2}' where id = " + tagged);
        request(tagged, WorkFlag.REQUEST_CONFIG_DATA);
        checkIn(gateway, serial("G1").withFirmwareVersion(1, "1.0"));
        time.now = time.now.plusSeconds(1);
        checkIn(router, serial("S1").withConfig(1, "its config").withDiagnoseData("trace"));
    }

    @Test
    void tellsLinesInEnglishWithIdAndParameters() {
        JsonNode page = admin.post("communicationlog/list", "{'rowsPerPage': 100}");
        assertThat(page.has("createdAtFrom")).isTrue();
        JsonNode row = row(page, "log.requestDebug");
        assertThat(row.path("message").asText()).isEqualTo("Request of Router (router).");
        assertThat(row.path("representation").asText()).isEqualTo("Request of Router (router).");
        assertThat(row.path("parameters").path("deviceName").asText()).isEqualTo("Router");
        assertThat(row.path("logLevel").asText()).isEqualTo("debug");
        assertThat(row.path("serialNumber").asText()).isEqualTo("S1");
        assertThat(row.path("device").path("representation").asText()).isEqualTo("S1");
        assertThat(row.path("device").path("deviceType").has("nameConfig1")).isTrue();
        assertThat(row.path("deviceType").path("representation").asText()).isEqualTo("router");
        assertThat(row.path("deny").has("showContent")).isFalse();
        assertThat(row(page, "log.incomingRequest")
                        .path("deny")
                        .path("showContent")
                        .asText())
                .isEqualTo("deny.communicationLog.noContent");
    }

    @Test
    void showsContents() {
        JsonNode row = row(admin.post("communicationlog/list", "{'rowsPerPage': 100}"), "log.requestDebug");
        JsonNode shown = admin.get("communicationlog/content/" + row.path("id"));
        assertThat(shown.path("content").asText()).isEqualTo("the request");
        assertThat(shown.path("representation").asText()).isEqualTo("Request of Router (router).");
        JsonNode config = only(admin, "configlog");
        assertThat(config.path("communicationLog").has("representation")).isTrue();
        assertThat(config.path("feature").asText()).isEqualTo("1");
        assertThat(admin.get("configlog/content/" + config.path("id"))
                        .path("content")
                        .asText())
                .isEqualTo("its config");
        long diagnose = only(admin, "diagnoselog").path("id").asLong();
        assertThat(admin.get("diagnoselog/content/" + diagnose).path("content").asText())
                .isEqualTo("trace");
        assertRefused(() -> operator.get("communicationlog/content/" + row.path("id")), "notFound");
    }

    @Test
    void findsTextsInTheCatalogueAndInParameters() {
        assertThat(count("message", "like", "'quest OF'")).isPositive();
        assertThat(count("message", "like", "'outer'")).as("a parameter").isPositive();
        assertThat(count("message", "like", "'100%'")).isZero();
        assertThat(count("messageId", "equal", "'log.requestDebug'")).isEqualTo(2);
        assertThat(count("logLevel", "equal", "'critical'")).isZero();
        assertThat(count("deviceType", "equalMultiple", "[" + gateway.id() + "]"))
                .isPositive();
    }

    @Test
    void usersSeeWhatTheirTagsLetThemSee() {
        JsonNode lines = operator.post("communicationlog/list", "{'rowsPerPage': 100}");
        assertThat(lines.path("rowCount").asInt()).isPositive();
        lines.path("results").forEach(line -> {
            assertThat(line.path("device").path("representation").asText()).isEqualTo("G1");
            assertThat(line.path("accessTags").toString()).isEqualTo("[{\"id\":1,\"representation\":\"tag 1\"}]");
        });
        assertThat(operator.post("configlog/list", "{}").path("rowCount").asInt())
                .isZero();
        JsonNode command = only(operator, "devicecommand");
        assertThat(command.path("commandName").asText()).isEqualTo("get_config");
        assertThat(command.path("commandStatus").asText()).isEqualTo("pending");
        assertThat(admin.as(9, Permission.SMARTEMS)
                        .post("devicecommand/list", "{}")
                        .path("rowCount")
                        .asInt())
                .isZero();
        assertRefused(() -> operator.post("devicefailedloginattempt/list", "{}"), "accessDenied");
    }

    @Test
    void listsLinesWithAFewStatements() {
        counting.take();
        assertThat(admin.post("communicationlog/list", "{'rowsPerPage': 100}")
                        .path("results")
                        .size())
                .isGreaterThan(10);
        assertThat(counting.take()).as("count, lines, tags, devices, types").hasSize(5);
    }

    @Test
    void exportsMoreThanRowsTell() {
        String body = "{'filename': 'x', 'fields': [{'field': 'FIELD'}, {'field': 'device'}]}";
        assertThat(admin.export("configlog", body.replace("FIELD", "featureName")))
                .containsExactly("Feature name|Device", "Config|S1");
        assertThat(only(admin, "configlog").has("featureName")).isFalse();
        counting.take();
        assertThat(operator.export("devicecommand", body.replace("FIELD", "deviceType")))
                .containsExactly("Device type|Device", "gateway|G1");
        assertThat(counting.take())
                .as("commands, the own access tags, their types, devices, and the types of these")
                .hasSize(5);
        assertThat(only(operator, "devicecommand").has("deviceType")).isFalse();
    }

    @Test
    void tellsFailedLogins() throws SQLException {
        sql("insert into fleet_failed_login values (1, now(), '192.0.2.1', '/config', 'mallory', " + router.id()
                + ", 'digest')");
        JsonNode attempt = only(admin, "devicefailedloginattempt");
        assertThat(attempt.path("userIdentifier").asText()).isEqualTo("mallory");
        assertThat(attempt.path("representation").asText()).isEqualTo("mallory");
        assertThat(attempt.path("deviceType").path("color").asText()).isEqualTo("#000000");
    }

    private int count(String field, String type, String value) {
        String body = "{'filters': [{'filterBy': '%s', 'filterType': '%s', 'filterValue': %s}]}";
        return admin.post("communicationlog/list", body.formatted(field, type, value))
                .path("rowCount")
                .asInt();
    }

    private static JsonNode only(ResourceClient client, String resource) {
        JsonNode page = client.post(resource + "/list", "{}");
        assertThat(page.path("rowCount").asInt()).isEqualTo(1);
        return page.path("results").path(0);
    }

    private static JsonNode row(JsonNode page, String messageId) {
        for (JsonNode row : page.path("results")) {
            if (row.path("messageId").asText().equals(messageId)) {
                return row;
            }
        }
        throw new AssertionError(messageId + " is not in " + page);
    }
}
