// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.internal.FakeGenerator;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.internal.Told;
import org.smartems.resource.Permission;
import org.smartems.resource.testing.CountingTransactions;
import org.smartems.resource.testing.ResourceClient;

class DeviceTypeResourceTest extends FleetFixture {

    private CountingTransactions counting;
    private ResourceClient admin;

    @BeforeEach
    void makeClient() throws Exception {
        sql("create table if not exists platform_user_ref (id bigint primary key, representation text)");
        counting = new CountingTransactions(transactions);
        admin = ResourceClient.of(
                counting,
                new DeviceTypeResource(fleet.types, fleet.procedures),
                new OptionRoutes(counting),
                new PlugInOptions(fleet.procedures, fleet.authenticators, fleet.configRules, fleet.versionings));
    }

    @Test
    void makesATypeOfTheDefaultsOfItsProcedure() {
        JsonNode made = admin.post("devicetype/create", router("tk800"));
        assertThat(made.path("slug").asText()).isEqualTo("tk800");
        assertThat(made.path("enabled").asBoolean()).isTrue();
        assertThat(made.path("isAvailable").asBoolean()).isTrue();
        assertThat(made.path("nameConfig2").asText()).isEqualTo("Config2");
        assertThat(made.path("hasAlwaysReinstallConfig2").asBoolean()).isTrue();
        assertThat(made.path("fieldSerialNumber").asText()).isEqualTo("required");
        assertThat(made.path("firmwareVersioning").asText()).isEqualTo("anySchema");
        assertThat(made.path("deviceCommandMaxRetries").asInt()).isEqualTo(3);
        assertThat(made.path("certificateTypes")).isEmpty();
        assertThat(made.path("deny").path("limitedEdit").asText()).isEqualTo("deny.deviceType.limitedEdit");
        assertThat(made.path("deny").path("enable").asText()).isEqualTo("deny.deviceType.alreadyEnabled");
        assertThat(made.path("deny").has("edit")).isFalse();
        assertThat(Told.since(fleet.audit)).containsExactly("create DeviceType");
        assertInvalid(
                () -> admin.post("devicetype/create", router("tk800")),
                "name=uniqueEntity",
                "certificateCommonNamePrefix=uniqueEntity",
                "routePrefix=deviceType.routePrefixUsed");
    }

    @Test
    void namesWhatIsMissingAndWhatDoesNotBelong() {
        assertInvalid(
                () -> admin.post("devicetype/create", "{'communicationProcedure': 'router', 'nameFirmware1': 'x'}"),
                "name=required",
                "deviceName=required",
                "certificateCommonNamePrefix=required",
                "=extraFields");
        assertInvalid(
                () -> admin.post(
                        "devicetype/create",
                        "{'name': 'a', 'deviceName': 'a', 'certificateCommonNamePrefix': 'a', 'routePrefix': '/a'}"),
                "=extraFields");
    }

    @Test
    void keepsOurMembersThatAClientDoesNotKnow() {
        ObjectNode body = router();
        body.put("authenticationMethod", "digest").put("credentialsSource", "user");
        body.put("bindIdentity", true).putObject("procedureSettings").put("token", "hush");
        JsonNode made = admin.post("devicetype/create", body.toString());
        assertThat(made.toString()).doesNotContain("hush");
        body.remove(List.of("bindIdentity", "procedureSettings"));
        JsonNode edited = admin.post(
                "devicetype/" + made.path("id"), body.put("name", "other").toString());
        assertThat(edited.path("name").asText()).isEqualTo("other");
        assertThat(edited.path("bindIdentity").asBoolean()).isTrue();
        assertThat(fleet.catalogue
                        .refresh()
                        .deviceType(made.path("id").asLong())
                        .orElseThrow()
                        .procedureSettings())
                .containsEntry("token", "hush");
    }

    @Test
    void takesOnlyOptionsWhileInUse() {
        DeviceTypeView type = fleet.router("tk800");
        String path = "devicetype/limitededit/" + type.id();
        String body = "{'name': 'ignored', 'icon': 'star', 'color': '#102030', 'authenticationMethod': 'digest',"
                + " 'credentialsSource': 'user', 'enableConfigMinRsrp': true, 'configMinRsrp': -90}";
        assertRefused(() -> admin.post(path, body), "deny.deviceType.limitedEdit");
        fleet.config(type, "a", "x");
        assertRefused(() -> admin.post("devicetype/" + type.id(), router("b")), "deny.deviceType.edit.usedByConfig");
        assertRefused(() -> admin.delete("devicetype/" + type.id()), "deny.deviceType.delete.usedByConfig");
        JsonNode edited = admin.post(path, body);
        assertThat(edited.path("name").asText()).isEqualTo("tk800");
        assertThat(edited.path("icon").asText()).isEqualTo("star");
        assertThat(edited.path("configMinRsrp").asInt()).isEqualTo(-90);
        assertThat(edited.path("authenticationMethod").asText()).isEqualTo("digest");
        assertInvalid(
                () -> admin.post(path, body.replace("'name': 'ignored'", "'deviceCommandMaxRetries': 1")),
                "=extraFields");
    }

    @Test
    void turnsTypesOffAndOnAndCopiesThem() {
        DeviceTypeView type = fleet.router("tk800");
        String path = "devicetype/" + type.id();
        assertThat(admin.get(path + "/disable").path("isAvailable").asBoolean()).isFalse();
        assertRefused(() -> admin.get(path + "/disable"), "deny.deviceType.alreadyDisabled");
        fleet.plugIns.removeProcedure(fleet.router);
        assertRefused(() -> admin.post(path + "/enable", "{}"), "deny.deviceType.cannotEnable");
        fleet.plugIns.addProcedure(fleet.router);
        assertThat(admin.post(path + "/enable", "{}").path("enabled").asBoolean())
                .isTrue();
        assertThat(admin.get(path + "/duplicate").path("name").asText()).isEqualTo("COPY tk800");
        assertThat(admin.get("devicetype/used/certificate/types/" + type.id())).isEmpty();
    }

    @Test
    void tellsWhatAProcedureAsksFor() {
        JsonNode defaults = admin.get("devicetype/default/router");
        assertThat(defaults.path("hasConfig1").asBoolean()).isTrue();
        assertThat(defaults.path("hasDeviceCommands").asBoolean(true)).isFalse();
        assertThat(defaults.has("id")).isFalse();
        JsonNode asked = admin.get("devicetype/communication/procedure/requirements/router");
        assertThat(asked.path("communicationProcedureRequirementsRequired").toString())
                .contains("\"hasGsm\"");
        assertThat(asked.path("communicationProcedureRequirementsOptional").toString())
                .contains("\"hasVariables\"")
                .doesNotContain("hasVpn");
        assertThat(asked.path("procedureSettings").get(1).toString())
                .isEqualTo("{\"name\":\"token\",\"label\":\"Token\",\"type\":\"text\",\"required\":false,"
                        + "\"secret\":true,\"maximumLength\":255}");
        assertRefused(() -> admin.get("devicetype/default/abacus"), "notFound");
    }

    @Test
    void listsManyTypesWithOneStatement() {
        fleet.router("a");
        fleet.router("b");
        counting.take();
        JsonNode page = admin.post(
                "devicetype/list",
                "{'filters': [{'filterBy': 'hasGsm', 'filterType': 'boolean', 'filterValue': true}]}");
        assertThat(page.path("rowCount").asInt()).isEqualTo(2);
        assertThat(counting.take()).hasSize(2);
        assertRefused(() -> admin.as(7, Permission.SMARTEMS).post("devicetype/list", "{}"), "accessDenied");
    }

    @Test
    void offersTypesForChoice() throws Exception {
        DeviceTypeView type = fleet.router("a");
        DeviceTypeView off = fleet.router("b");
        fleet.types.disable(AUTHOR, off.id());
        accessTag(1, 7);
        accessTag(2, 8);
        ResourceClient operator = admin.as(7, Permission.SMARTEMS);
        assertThat(names(operator.get("options/device/types"))).containsExactly("a", "b");
        assertThat(names(operator.get("options/available/config/device/types"))).containsExactly("a");
        assertThat(operator.get("options/devicetype/" + type.id()).path("slug").asText())
                .isEqualTo("a");
        assertRefused(() -> operator.get("options/devicetype/" + off.id()), "notFound");
        fleet.config(type, "mine", "x");
        assertThat(names(operator.get("options/configs/1/" + type.id()))).containsExactly("mine");
        assertThat(names(admin.as(8, Permission.SMARTEMS).get("options/configs/1/" + type.id())))
                .isEmpty();
        assertThat(names(operator.get("options/access/tags"))).containsExactly("tag 1");
        assertThat(names(admin.get("options/access/tags"))).containsExactly("tag 1", "tag 2");
        assertThat(admin.get("options/communication/procedures")
                        .path(0)
                        .path("representation")
                        .asText())
                .startsWith("enum.deviceType.communicationProcedure.");
        assertThat(names(operator.get("options/devices"))).isEmpty();
        assertThat(names(operator.get("options/templates/" + type.id()))).isEmpty();
        assertRefused(() -> operator.get("options/users"), "accessDenied");
    }

    @Test
    void offersWhatPlugInsProvide() {
        assertThat(admin.get("options/authentication/methods")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo("none");
        fleet.generators.addGenerator(new FakeGenerator("mine"));
        ResourceClient operator = admin.as(7, Permission.SMARTEMS);
        assertThat(names(operator.get("options/config/generators"))).containsExactly("mine", "twig");
        assertRefused(() -> admin.as(7, Permission.VPN).get("options/config/generators"), "accessDenied");
        assertThat(names(admin.get("options/firmware/versionings"))).containsExactly("Any difference");
    }

    private static List<String> names(JsonNode options) {
        List<String> names = new ArrayList<>();
        options.forEach(option -> names.add(option.path("representation").asText()));
        return names;
    }

    private String router(String name) {
        return router().put("name", name)
                .put("certificateCommonNamePrefix", name)
                .put("routePrefix", "/" + name)
                .toString();
    }

    /** The defaults of the procedure, with what is one's own. */
    private ObjectNode router() {
        ObjectNode body = (ObjectNode) admin.get("devicetype/default/router");
        body.put("name", "tk800")
                .put("deviceName", "Router")
                .put("certificateCommonNamePrefix", "tk800")
                .put("routePrefix", "/tk800");
        List<String> answered = List.of(
                "enabled",
                "certificateTypes",
                "deviceCommandMaxRetries",
                "deviceCommandExpireDuration",
                "masqueradeType",
                "virtualSubnetCidr",
                "isVpnAvailable",
                "isMasqueradeAvailable",
                "isEndpointDevicesAvailable",
                "isDeviceToNetworkConnectionAvailable",
                "isAvailable",
                "hasAlwaysReinstallConfig3");
        return body.remove(answered);
    }
}
