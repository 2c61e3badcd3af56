// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.internal.customdata.CustomDataResource;
import org.smartems.fleet.internal.customdata.CustomDataService;
import org.smartems.resource.Permission;
import org.smartems.resource.testing.ResourceClient;

/** From the declaration of custom data to what people and configs see. */
class CustomDataTest extends CheckInFixture {

    private ResourceClient admin;
    private ResourceClient client;

    @BeforeEach
    void makeClient() throws SQLException {
        sql("create table if not exists platform_user_ref (id bigint primary key, representation text)");
        CustomDataService fields = new CustomDataService(fleet.changes, transactions, fleet.storedTypes, fleet.audit);
        admin = ResourceClient.of(transactions, new CustomDataResource(fields)).as(8, Permission.ADMIN);
        client = fleet.client(transactions).as(8, Permission.ADMIN);
    }

    @Test
    void showsWhatIsDeclared() throws SQLException {
        long device = device(gateway, "G1");
        long temperature = declare("cpu.temp", "number", "'useAsVariable': true, 'variableName': 'cpuTemp'");
        declare("/serials", "json", "'useAsVariable': false");
        assertThat(values(device)).isEqualTo("Label cpu.temp number null, Label /serials json null");

        gateway = fleet.catalogue.refresh().deviceType(gateway.id()).orElseThrow();
        checkIn(gateway, serial("G1").withCustomData("{\"cpu\":{\"temp\":41.50},\"serials\":[\"a\"],\"more\":1}"));
        checkIn(gateway, serial("G1"));
        assertThat(values(device)).isEqualTo("Label cpu.temp number 41.5, Label /serials json [\"a\"]");
        assertThat(fleet.devices.predefinedVariables(device)).containsEntry("cpuTemp", "41.5");
        assertThat(client.post("device/list", "{}").path("results").get(0).has("customData"))
                .isFalse();

        admin.delete("customdatafield/" + temperature);
        assertThat(values(device)).doesNotContain("cpu.temp");
        assertThat(fleet.devices.predefinedVariables(device)).doesNotContainKey("cpuTemp");
    }

    @Test
    void namesWhatIsWrongWithADeclaration() {
        declare("a.b", "string", "'useAsVariable': true, 'variableName': 'first'");
        String named = "'useAsVariable': true, 'variableName': ";
        assertInvalid(
                () -> declare("a.b", "string", named + "'first'"), "path=uniqueEntity", "variableName=uniqueEntity");
        for (String path : new String[] {"a..b", ".a", "a.", "/", "a/b", "/a/~2", "//"}) {
            assertInvalid(() -> declare(path, "string", named + "'x'"), "path=regex");
        }
        assertInvalid(() -> declare("c", "text", named + "'x'"), "type=enum");
        assertInvalid(() -> declare(" ", "string", named + "'x'"), "path=required");
        assertInvalid(() -> declare("c", "string", "'useAsVariable': true"), "variableName=required");
        assertInvalid(() -> declare("c", "string", "'useAsVariable': false, 'variableName': 'x'"), "=extraFields");
        assertInvalid(() -> declare("c", "string", named + "'1x'"), "variableName=variableName.invalid");
        assertInvalid(
                () -> declare("c", "string", named + "'serialNumber'"),
                "variableName=variable.variableNameUsedInPredefinedVariables");
        assertRefused(() -> admin.as(9, Permission.SMARTEMS).get("customdatafield/1"), "accessDenied");
        assertRefused(() -> admin.delete("customdatafield/0"), "notFound");
    }

    @Test
    void changesADeclaration() {
        long id = declare("a", "string", "'useAsVariable': true, 'variableName': 'first'");
        JsonNode changed = admin.post(
                "customdatafield/" + id, "{'path': 'b', 'label': 'B', 'type': 'json', 'useAsVariable': false}");
        assertThat(changed.path("path").asText()).isEqualTo("b");
        assertThat(changed.has("variableName")).isFalse();
        admin.post(
                "customdatafield/" + id,
                "{'path': 'b', 'label': 'B', 'type': 'json', 'useAsVariable': true, 'variableName': 'first'}");
        assertThat(admin.get("customdatafield/" + id).path("variableName").asText())
                .isEqualTo("first");
    }

    /** A person's variable of the same name would never be seen. */
    @Test
    void keepsItsVariablesForItself() throws SQLException {
        declare("a", "string", "'useAsVariable': true, 'variableName': 'taken'");
        assertInvalid(
                () -> client.post(
                        "device/create",
                        "{'deviceType': " + gateway.id() + ", 'name': 'n', 'serialNumber': 'G2',"
                                + " 'variables': [{'name': 'taken', 'variableValue': 'x'}]}"),
                "variables.0.name=variable.variableNameUsedInPredefinedVariables");
    }

    private long declare(String path, String type, String more) {
        return admin.post(
                        "customdatafield/create",
                        "{'deviceType': " + gateway.id() + ", 'path': '" + path + "', 'label': 'Label', 'type': '"
                                + type + "', " + more + "}")
                .path("id")
                .asLong();
    }

    private String values(long device) {
        List<String> values = new ArrayList<>();
        client.get("device/" + device)
                .path("customData")
                .forEach(one -> values.add(String.join(
                        " ",
                        one.path("label").asText(),
                        one.path("path").asText(),
                        one.path("type").asText(),
                        one.path("value").toString())));
        return String.join(", ", values);
    }
}
