// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.ValidationException;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.internal.Fleet;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.resource.ConflictException;
import org.smartems.resource.Permission;
import org.smartems.resource.Result;
import org.smartems.resource.testing.CountingTransactions;
import org.smartems.resource.testing.ResourceClient;
import org.smartems.spi.procedure.DeviceField;

class DeviceResourceTest extends FleetFixture {

    private DeviceTypeView type;
    private CountingTransactions counting;
    private ResourceClient admin;
    private ResourceClient operator;

    @BeforeEach
    void makeClients() throws Exception {
        accessTag(1, 7);
        accessTag(2, 7, 8);
        accessTag(3, 8);
        type = fleet.router("tk800");
        counting = new CountingTransactions(transactions);
        admin = fleet.client(counting);
        operator = admin.as(7, Permission.SMARTEMS);
    }

    @Test
    void makesAndShowsAWholeDevice() {
        long label = admin.post("label/create", "{'name': 'Roof'}").path("id").asLong();
        JsonNode device = admin.post(
                "device/create",
                """
                {'deviceType': %d, 'name': ' north ', 'serialNumber': 'RF1', 'enabled': true, 'labels': [%d],
                 'accessTags': [3, 1], 'reinstallConfig1': true,
                 'variables': [{'name': 'zone', 'variableValue': ' a '}]}"""
                        .formatted(type.id(), label));
        assertThat(device.path("name").asText()).isEqualTo("north");
        assertThat(device.path("identifier").asText()).isEqualTo("RF1");
        assertThat(device.path("representation").asText()).isEqualTo("north");
        assertThat(device.path("deviceType").path("hasConfig1").asBoolean()).isTrue();
        assertThat(device.path("labels").toString()).contains("\"representation\":\"Roof\"");
        assertThat(ids(device.path("accessTags"))).containsExactly(1L, 3L);
        assertThat(device.path("variables").toString())
                .isEqualTo("[{\"id\":1,\"name\":\"zone\",\"variableType\":\"string\",\"variableValue\":\" a \","
                        + "\"representation\":\"zone\"}]");
        assertThat(device.path("reinstallConfig1").asBoolean()).isTrue();
        assertThat(device.path("reinstallConfig2").asBoolean())
                .as("the type always installs it")
                .isTrue();
        assertThat(device.has("template")).as("absent, not null").isFalse();
        assertThat(device.has("vpnIp")).isFalse();
        assertThat(fleet.audit.lines()).anyMatch(line -> line.startsWith("create Device " + device.path("id")));
        assertThat(admin.get("device/" + device.path("id"))).isEqualTo(device);
    }

    @Test
    void keepsIdsOfVariablesByTheirPlaceAndForgetsWhatIsNotSent() {
        long id = create("a", Set.of(1L));
        String body = "{'name': 'a', 'serialNumber': 'a', 'accessTags': [1],"
                + " 'variables': [{'name': '%s', 'variableValue': '1'}]}";
        admin.post("device/" + id, body.formatted("x"));
        JsonNode edited = admin.post("device/" + id, body.formatted("y"));
        assertThat(edited.path("variables").path(0).path("id").asLong()).isEqualTo(1);
        assertThat(admin.post("device/" + id, "{'name': 'a', 'serialNumber': 'a'}")
                        .path("variables"))
                .isEmpty();
        assertInvalid(() -> admin.post("device/" + id, "{'name': 'a', 'deviceType': 1, 'vpnIp': 'x'}"), "=extraFields");
        assertInvalid(() -> admin.post("device/" + id, "{'serialNumber': 'a', 'labels': [77]}"), "name=required");
    }

    @Test
    void showsUsersWhatTheirTagsLetThemSee() {
        long own = create("own", Set.of(1L, 3L));
        long foreign = create("foreign", Set.of(3L));
        JsonNode page = operator.post("device/list", "{}");
        assertThat(page.path("rowCount").asInt()).isEqualTo(1);
        JsonNode row = page.path("results").path(0);
        assertThat(row.path("id").asLong()).isEqualTo(own);
        assertThat(ids(row.path("accessTags"))).as("those of others").containsExactly(1L);
        assertThat(row.has("uuid")).as("administrators alone").isFalse();
        assertThat(row.path("deny").path("delete").asText()).isEqualTo("deny.device.accessDenied");
        assertRefused(() -> operator.get("device/" + foreign), "notFound");
        assertRefused(() -> operator.delete("device/" + own), "accessDenied");
        assertInvalid(
                () -> operator.post("device/" + own, "{'name': 'own', 'serialNumber': 'own'}"),
                "accessTags=endpointDevice.oneAccessTagRequired");
        operator.post("device/" + own, "{'name': 'own', 'serialNumber': 'own', 'accessTags': [2]}");
        assertThat(fleet.devices.get(own).accessTags()).containsExactly(2L, 3L);
        assertThat(admin.as(9, Permission.SMARTEMS)
                        .post("device/list", "{}")
                        .path("rowCount")
                        .asInt())
                .isZero();
    }

    @Test
    void letsVpnUsersDescribeAndLabelDevicesAndNothingElse() {
        long id = create("a", Set.of(1L, 3L));
        ResourceClient technician = admin.as(7, Permission.VPN);
        JsonNode device = technician.post("device/" + id, "{'description': 'on the roof'}");
        assertThat(device.path("description").asText()).isEqualTo("on the roof");
        assertThat(device.has("accessTags")).isFalse();
        assertThat(fleet.devices.get(id).accessTags()).containsExactly(1L, 3L);
        assertThat(fleet.devices.get(id).name()).isEqualTo("a");
        assertInvalid(() -> technician.post("device/" + id, "{'name': 'b'}"), "=extraFields");
        assertRefused(() -> technician.post("device/create", "{}"), "accessDenied");
        assertThat(device.path("deny").path("variableAdd").asText()).isEqualTo("deny.device.accessDenied");
    }

    @Test
    void saysWhyAnActionIsRefused() {
        long id = create("a", Set.of());
        JsonNode deny = admin.get("device/" + id).path("deny");
        assertThat(deny.path("disable").asText()).isEqualTo("deny.device.alreadyDisabled");
        assertThat(deny.has("enable")).isFalse();
        assertThat(deny.path("generateConfigPrimary").asText()).isEqualTo("deny.device.templateMissing");
        assertThat(deny.path("generateConfigTertiary").asText()).isEqualTo("deny.device.config3Disabled");
        assertThat(deny.path("vpnOpenConnection").asText()).isEqualTo("deny.device.vpnSecuritySuiteBlocked");
        assertThat(deny.has("edit")).isFalse();
        assertRefused(() -> admin.post("device/" + id + "/disable", "{}"), "deny.device.alreadyDisabled");
        assertThat(admin.post("device/" + id + "/enable", "{}").path("enabled").asBoolean())
                .isTrue();
        assertRefused(() -> admin.get("device/" + id + "/generate/config/secondary"), "deny.device.templateMissing");
        DeviceTypeView shelf = fleet.types.create(
                AUTHOR, Fleet.with(fleet.types.defaults("none").withIdentity("Shelf", "shelf", "/")));
        long box = fleet.devices
                .create(AUTHOR, shelf.id(), DeviceForm.named("box"))
                .id();
        JsonNode none = admin.get("device/" + box).path("deny");
        assertThat(none.path("variableAdd").asText()).isEqualTo("deny.device.variablesDisabled");
        assertThat(none.path("communicationLogs").asText())
                .isEqualTo("deny.device.deviceTypeHasNoCommunicationCapability");
    }

    @Test
    void filtersAndSortsByWhatClientsAskFor() {
        long template = fleet.templates.create(AUTHOR, type.id(), "T").id();
        long config = fleet.config(type, "c", "x").id();
        long version = fleet.templates
                .createStaging(AUTHOR, template, Fleet.version("v", fleet.configs.get(config)))
                .id();
        fleet.templates.selectStaging(AUTHOR, version, Set.of());
        long a = create("a_1", Set.of(1L));
        long b = create("ab1", Set.of(2L));
        fleet.devices.edit(AUTHOR, b, form("ab1").withTemplate(template, true).withAccessTags(Set.of(2L)));
        assertThat(list("name", "like", "'A_'")).as("no wildcard, any case").containsExactly(a);
        assertThat(list("serialNumber", "like", "'b1'")).containsExactly(b);
        assertThat(list("accessTags", "equal", "2")).containsExactly(b);
        assertThat(list("config1", "equal", String.valueOf(config))).containsExactly(b);
        assertThat(list("config2", "equal", String.valueOf(config))).isEmpty();
        assertThat(list("template", "equal", String.valueOf(template))).containsExactly(b);
        assertThat(list("deviceType", "equalMultiple", "[" + type.id() + "]")).containsExactly(a, b);
        assertThat(list("staging", "boolean", "true")).containsExactly(b);
        assertThat(list("createdBy", "equal", "7")).containsExactly(a, b);
        assertThat(results("{'sorting': [{'field': 'template', 'direction': 'asc'}, {'field': 'name', 'direction':"
                        + " 'desc'}]}"))
                .containsExactly(b, a);
    }

    @Test
    void asksTheDatabaseAsOftenForManyDevicesAsForOne() {
        create("d0", Set.of(1L));
        int one = statements();
        for (int i = 1; i < 10; i++) {
            create("d" + i, Set.of(1L, 2L));
        }
        assertThat(statements()).isEqualTo(one).isLessThanOrEqualTo(8);
    }

    @Test
    void appliesATemplateAndTellsWhatItLacked() {
        long id = create("a", Set.of(1L));
        long template = produced("{'name': 'v', 'accessTags': [3]}");
        String body = "{'template': " + template + ", 'applyDeviceDescription': true, 'applyAccessTags': true}";
        Result.Conflict answer = (Result.Conflict) admin.call("POST", "device/" + id + "/template/apply", body);
        assertThat(answer.messages())
                .extracting("message")
                .containsExactly("batch.device.templateApply.warning.noDeviceDescriptionToApply");
        assertThat(ids(answer.payload().path("accessTags"))).containsExactly(3L);
        assertInvalid(() -> admin.post("device/" + id + "/template/apply", "{}"), "template=required");
        assertInvalid(
                () -> admin.post("device/" + id + "/template/apply", "{'template': null, 'applyMasquerade': true}"),
                "applyMasquerade=deviceTemplateApply.templateMissingApplyInvalid");
        assertInvalid(
                () -> admin.post(
                        "device/" + id + "/template/apply",
                        "{'template': " + template + ", 'applyMasquerade': true, 'applyEndpointDevices': true}"),
                "applyEndpointDevices=deviceTemplateApply.endpointDevicesDisabled",
                "applyMasquerade=deviceTemplateApply.masqueradeDisabled");
        assertInvalid(() -> admin.post("device/" + id + "/template/apply", "{'template': 77}"), "template=choice");
        JsonNode detached = admin.post("device/" + id + "/template/apply", "{'template': null}");
        assertThat(detached.has("template")).isFalse();
    }

    @Test
    void changesManyAtOnceAndTellsOfEach() {
        long a = create("a", Set.of(1L));
        long b = create("b", Set.of(1L));
        fleet.devices.enable(AUTHOR, b);
        fleet.audit.lines();
        assertThat(batch(admin, "enable", "", b, a, 999))
                .containsExactly("b skipped [deny.device.alreadyEnabled]", "a success []");
        assertThat(fleet.audit.lines()).containsExactly("update Device " + a + " {enabled=true}");
        assertThat(batch(operator, "accesstags/add", ", 'accessTags': [3]", a))
                .containsExactly("a error [validation.device.invalidAccessTag]");
        assertThat(batch(operator, "variable/add", ", 'name': 'zone', 'variableValue': ' x'", a, b))
                .containsExactly("a success []", "b success []");
        assertThat(fleet.devices.get(b).variables().get(0).value()).isEqualTo(" x");
        assertThat(batch(admin, "reinstallconfig2", ", 'reinstallConfig2': true", a))
                .containsExactly("a skipped [validation.device.config2Always]");
        assertThat(batch(admin, "requestconfigdata", ", 'requestConfigData': true", a))
                .containsExactly("a error [validation.device.requestConfigDataDisabled]");
        assertInvalid(() -> batch(admin, "labels/add", ", 'labels': []", a), "labels=countMin");
        assertRefused(() -> batch(operator, "delete", "", a), "accessDenied");
        assertThat(batch(admin, "delete", "", a, b)).containsExactly("a success []", "b success []");
    }

    @Test
    void tellsWhyAConfigCannotBeMade() {
        long id = create("a", Set.of());
        long config = fleet.config(type, "c", "[{{ nothing }}]").id();
        long template = produced("{'name': 'v', 'config1': " + config + "}");
        admin.post("device/" + id + "/template/apply", "{'template': " + template + "}");
        String preview = "device/" + id + "/preview/config/";
        assertThat(admin.post(preview + "primary", "{'lenient': true}").asText())
                .isEqualTo("[]");
        assertRefused(() -> admin.post(preview + "fourth", "{'lenient': true}"), "notFound");
        assertThatThrownBy(() -> admin.post(preview + "primary", "{'strict': true}"))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> admin.post(preview + "primary", "{}")).isInstanceOf(ConflictException.class);
        try {
            admin.get("device/" + id + "/generate/config/primary");
        } catch (ConflictException e) {
            assertThat(e.messages().get(0).message()).isEqualTo("log.configDeviceSystemError");
            assertThat(e.messages().get(0).parameters())
                    .containsEntry("line", 1)
                    .containsKey("cause");
            return;
        }
        throw new AssertionError("a config without its variable");
    }

    @Test
    void tellsPredefinedVariables() {
        long id = create("a", Set.of());
        assertThat(admin.get("device/" + id + "/predefined/variables")
                        .path("serialNumber")
                        .asText())
                .isEqualTo("a");
    }

    private long produced(String version) {
        long template = admin.post("template/create", "{'name': 'T', 'deviceType': " + type.id() + "}")
                .path("id")
                .asLong();
        long id = admin.post("templateversion/create/staging/" + template, version)
                .path("id")
                .asLong();
        admin.post("templateversion/select/staging/" + id, "{}");
        admin.post("templateversion/select/production/" + id, "{}");
        return template;
    }

    private int statements() {
        counting.take();
        admin.post("device/list", "{}");
        return counting.take().size();
    }

    private List<Long> list(String field, String filter, String value) {
        return results("{'filters': [{'filterBy': '%s', 'filterType': '%s', 'filterValue': %s}]}"
                .formatted(field, filter, value));
    }

    private List<Long> results(String body) {
        return ids(admin.post("device/list", body).path("results"));
    }

    private static List<Long> ids(JsonNode things) {
        List<Long> ids = new ArrayList<>();
        things.forEach(thing -> ids.add(thing.path("id").asLong()));
        return ids;
    }

    private List<String> batch(ResourceClient client, String path, String more, long... ids) {
        JsonNode answer = client.post("device/batch/" + path, "{'ids': " + java.util.Arrays.toString(ids) + more + "}");
        List<String> lines = new ArrayList<>();
        answer.forEach(one -> lines.add(one.path("representation").asText() + " "
                + one.path("status").asText() + " " + one.path("messages").findValuesAsText("message")));
        return lines;
    }

    private long create(String name, Set<Long> tags) {
        return fleet.devices
                .create(AUTHOR, type.id(), form(name).withAccessTags(tags))
                .id();
    }

    private static DeviceForm form(String name) {
        return DeviceForm.named(name).with(DeviceField.SERIAL_NUMBER, name);
    }
}
