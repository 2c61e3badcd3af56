// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.device.DeviceView;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.resource.Permission;
import org.smartems.resource.testing.CountingTransactions;
import org.smartems.resource.testing.ResourceClient;
import org.smartems.spi.procedure.DeviceField;

class TemplateResourceTest extends FleetFixture {

    private static final String OUTSIDE = "accessDeniedDeviceOutsideAccessScope";

    private DeviceTypeView type;
    private CountingTransactions counting;
    private ResourceClient admin;
    private ResourceClient operator;

    @BeforeEach
    void makeClients() throws Exception {
        accessTag(1, 7);
        accessTag(3, 8);
        type = fleet.router("tk800");
        counting = new CountingTransactions(transactions);
        admin = fleet.client(counting);
        operator = admin.as(7, Permission.SMARTEMS);
    }

    @Test
    void showsAVersionWithWhatItHolds() {
        long template = template(admin, "Line");
        long config = fleet.config(type, "c", "x").id();
        JsonNode version = admin.post(
                "templateversion/create/staging/" + template,
                """
                {'name': 'v1', 'config1': %d, 'accessTags': [1],
                 'variables': [{'name': 'zone', 'variableValue': 'a'}]}"""
                        .formatted(config));
        assertThat(version.path("type").asText()).isEqualTo("staging");
        assertThat(version.path("config1").path("content").asText()).isEqualTo("x");
        assertThat(version.path("template").path("representation").asText()).isEqualTo("Line");
        assertThat(version.path("deviceType").path("id").asLong()).isEqualTo(type.id());
        assertThat(version.path("variables").path(0).path("name").asText()).isEqualTo("zone");
        assertThat(version.path("deny").path("selectProduction").asText())
                .isEqualTo("deny.templateVersion.notSelectedStagingAndNotTypeProduction");
        JsonNode copy = admin.get("templateversion/" + version.path("id") + "/duplicate");
        assertThat(copy.path("name").asText()).isEqualTo("COPY v1");
        assertThat(copy.path("accessTags").path(0).path("id").asLong()).isEqualTo(1);
    }

    @Test
    void takesAVersionFromStagingToProduction() {
        long template = template(admin, "Line");
        DeviceView device = device("d", 1, template);
        long id = admin.post("templateversion/create/staging/" + template, "{'name': 'v1'}")
                .path("id")
                .asLong();
        admin.post("templateversion/select/staging/" + id, "{}");
        fleet.audit.lines();
        JsonNode produced = admin.post("templateversion/select/production/" + id, "{'reinstallConfig1': true}");
        assertThat(fleet.audit.lines())
                .contains(
                        "update Device " + device.id() + " {reinstall_config1=true}",
                        "update TemplateVersion " + id + " {type=\"production\"}");
        assertThat(produced.path("type").asText()).isEqualTo("production");
        assertThat(fleet.devices.get(device.id()).flags()).containsExactly(WorkFlag.REINSTALL_CONFIG1);
        JsonNode row = admin.get("template/" + template);
        assertThat(row.path("productionTemplate").path("id").asLong()).isEqualTo(id);
        assertThat(row.path("deny").path("delete").asText()).isEqualTo("deny.template.usedByDevice");
        assertRefused(
                () -> admin.post("templateversion/" + id, "{'name': 'x'}"),
                "deny.templateVersion.productionEditDisabled");
        admin.get("templateversion/detach/production/" + id);
        assertThat(admin.get("template/" + template).has("productionTemplate")).isFalse();
        admin.delete("templateversion/" + id);
        assertRefused(() -> admin.get("templateversion/" + id), "notFound");
    }

    @Test
    void keepsUsersFromTemplatesOfDevicesThatTheyDoNotSee() {
        long foreign = template(admin, "Foreign");
        assertRefused(() -> operator.get("template/" + foreign), "notFound");
        device("seen", 1, foreign);
        JsonNode seen = operator.get("template/" + foreign);
        assertThat(seen.path("deny").path("edit").asText()).isEmpty();
        assertThat(seen.path("deny").path("delete").asText()).isEqualTo("deny.template.accessDeniedTemplateNotOwned");
        device("unseen", 3, foreign);
        assertThat(operator.get("template/" + foreign).path("deny").path("edit").asText())
                .isEqualTo("deny.template." + OUTSIDE);
        assertRefused(
                () -> operator.post("templateversion/create/staging/" + foreign, "{'name': 'v'}"),
                "deny.template." + OUTSIDE);
        assertRefused(() -> operator.post("templateversion/create/staging/0", "{'name': 'v'}"), "notFound");
        long own = template(operator, "Own");
        long version = operator.post("templateversion/create/staging/" + own, "{'name': 'v', 'accessTags': [1]}")
                .path("id")
                .asLong();
        assertThat(operator.get("templateversion/" + version).path("deny").has("edit"))
                .isFalse();
        assertInvalid(
                () -> operator.post("templateversion/" + version, "{'name': 'v', 'accessTags': [3]}"),
                "accessTags=choice");
        admin.post("templateversion/" + version, "{'name': 'v', 'accessTags': [1, 3]}");
        operator.post("templateversion/" + version, "{'name': 'v2'}");
        assertThat(fleet.templates.version(version).values().accessTags())
                .as("those of others stay")
                .containsExactly(3L);
    }

    @Test
    void showsUsersVersionsThatAreTheirsOrSelected() {
        long template = template(admin, "T");
        device("seen", 1, template);
        long version = admin.post("templateversion/create/staging/" + template, "{'name': 'v'}")
                .path("id")
                .asLong();
        assertRefused(() -> operator.get("templateversion/" + version), "notFound");
        admin.post("templateversion/select/staging/" + version, "{}");
        assertThat(operator.get("templateversion/" + version)
                        .path("deny")
                        .path("edit")
                        .asText())
                .isEqualTo("deny.templateVersion.accessDeniedNotOwned");
    }

    @Test
    void asksTheDatabaseAsOftenForManyTemplatesAsForOne() {
        full("one");
        int one = statements();
        full("two");
        full("three");
        assertThat(statements()).isEqualTo(one);
    }

    @Test
    void namesWhatIsWrong() {
        assertInvalid(() -> admin.post("template/create", "{'deviceType': 77}"), "name=required");
        assertInvalid(() -> admin.post("template/create", "{'name': 'x', 'deviceType': 77}"), "deviceType=choice");
        long template = template(admin, "T");
        assertInvalid(
                () -> admin.post(
                        "templateversion/create/staging/" + template,
                        "{'name': 'x', 'deviceDescription': 'of the VPN', 'reinstallConfig1': true}"),
                "=extraFields");
        assertThat(fleet.audit.lines()).anyMatch(line -> line.startsWith("create Template " + template));
    }

    private void full(String name) {
        long template = template(admin, name);
        long config = fleet.config(type, name, "x").id();
        long version = admin.post(
                        "templateversion/create/staging/" + template,
                        "{'name': 'v', 'accessTags': [1], 'config1': " + config + "}")
                .path("id")
                .asLong();
        admin.post("templateversion/select/staging/" + version, "{}");
    }

    private int statements() {
        counting.take();
        admin.post("template/list", "{}");
        return counting.take().size();
    }

    private long template(ResourceClient client, String name) {
        return client.post("template/create", "{'name': '" + name + "', 'deviceType': " + type.id() + "}")
                .path("id")
                .asLong();
    }

    private DeviceView device(String name, long tag, long template) {
        DeviceForm form = DeviceForm.named(name)
                .with(DeviceField.SERIAL_NUMBER, name)
                .withAccessTags(Set.of(tag))
                .withTemplate(template, false);
        return fleet.devices.create(AUTHOR, type.id(), form);
    }
}
