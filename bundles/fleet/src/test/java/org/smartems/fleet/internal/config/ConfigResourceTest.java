// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.internal.Fleet;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.internal.Told;
import org.smartems.fleet.template.VersionView;
import org.smartems.resource.Permission;
import org.smartems.resource.testing.CountingTransactions;
import org.smartems.resource.testing.ResourceClient;
import org.smartems.spi.procedure.DeviceField;

class ConfigResourceTest extends FleetFixture {

    private DeviceTypeView type;
    private CountingTransactions counting;
    private ResourceClient admin;
    private ResourceClient operator;

    @BeforeEach
    void makeClients() throws Exception {
        sql("create table if not exists platform_user_ref (id bigint primary key, representation text)");
        type = fleet.router("tk800");
        counting = new CountingTransactions(transactions);
        admin = ResourceClient.of(counting, new ConfigResource(fleet.configs));
        operator = admin.as(8, Permission.SMARTEMS);
    }

    @Test
    void makesEditsCopiesAndRemovesAConfig() {
        JsonNode made = create(operator, "a", " line\\n");
        assertThat(made.path("content").asText()).isEqualTo(" line\n");
        assertThat(made.path("feature").asText()).isEqualTo("1");
        assertThat(made.path("deviceType").path("nameConfig1").asText()).isEqualTo("Config");
        assertThat(made.path("createdBy").path("id").asLong()).isEqualTo(8);
        String path = "config/" + made.path("id");
        JsonNode edited =
                operator.post(path, "{'name': 'b', 'generator': 'twig', 'content': 'x ', 'reinstallConfig': false}");
        assertThat(edited.path("name").asText()).isEqualTo("b");
        assertThat(edited.path("content").asText()).isEqualTo("x ");
        assertThat(operator.get(path + "/duplicate").path("name").asText()).isEqualTo("COPY b");
        assertThat(operator.export("config", "{'filename': 'x', 'fields': [{'field': 'featureName'}]}"))
                .containsExactly("Feature name", "Config", "Config");
        operator.delete(path);
        assertRefused(() -> operator.get(path), "notFound");
        assertThat(Told.since(fleet.audit))
                .containsExactly(
                        "create DeviceType", "create Config", "update Config", "create Config", "delete Config");
    }

    @Test
    void namesEveryBrokenRule() {
        assertInvalid(
                () -> operator.post("config/create", "{}"),
                "deviceType=required",
                "feature=required",
                "name=required",
                "generator=required",
                "content=required");
        assertInvalid(
                () -> operator.post(
                        "config/create",
                        "{'deviceType': 0, 'feature': '1', 'name': 'a', 'generator': 'twig', 'content': 'x'}"),
                "deviceType=choice");
        String php = "{'deviceType': %d, 'feature': '3', 'name': 'a', 'generator': '%s', 'content': 'x'}";
        assertInvalid(
                () -> operator.post("config/create", php.formatted(type.id(), "php")),
                "generator=config.configGeneratorPhpDisabled");
        assertInvalid(
                () -> operator.post("config/create", php.formatted(type.id(), "twig")),
                "feature=config.featureInvalid");
    }

    @Test
    void usersSeeWhatIsTheirsOrWhatTheirDevicesHave() throws Exception {
        accessTag(1, 8);
        accessTag(2, 9);
        long shared =
                create(admin.as(9, Permission.SMARTEMS), "a", "x").path("id").asLong();
        create(admin, "other", "x");
        assertThat(operator.post("config/list", "{}").path("rowCount").asInt()).isZero();
        assertRefused(() -> operator.get("config/" + shared), "notFound");
        use(shared, "{1}");
        JsonNode row = operator.post("config/list", "{}").path("results").path(0);
        assertThat(row.path("id").asLong()).isEqualTo(shared);
        assertThat(row.path("templates1").path(0).path("representation").asText())
                .isEqualTo("v");
        assertThat(row.path("deny").path("edit").asText()).isEqualTo("deny.config.accessDeniedNotOwned");
        assertThat(row.path("deny").path("delete").asText()).isEqualTo("deny.config.accessDeniedNotOwned");
        ResourceClient owner = admin.as(9, Permission.SMARTEMS);
        assertThat(deny(owner, shared, "edit")).isEqualTo("deny.config.accessDeniedDeviceOutsideAccessScope");
        assertThat(deny(owner, shared, "delete")).isEqualTo("deny.config.usedByTemplate");
        assertThat(deny(admin, shared, "edit")).isEmpty();
        sql("update fleet_template_version set type = 'production'");
        assertThat(deny(admin, shared, "edit")).isEqualTo("deny.config.accessDeniedUsedByProductionTemplateVersion");
        assertRefused(
                () -> admin.post("config/" + shared, "{'name': 'b', 'generator': 'twig', 'content': 'x'}"),
                "deny.config.accessDeniedUsedByProductionTemplateVersion");
    }

    @Test
    void listsManyConfigsWithAFewStatements() {
        create(admin, "a", "x");
        counting.take();
        admin.post("config/list", "{}");
        int one = counting.take().size();
        create(admin, "b", "x");
        create(admin, "c", "x");
        counting.take();
        JsonNode page = admin.post(
                "config/list",
                "{'filters': [{'filterBy': 'featureName', 'filterType': 'like', 'filterValue': 'onf'}]}");
        assertThat(page.path("rowCount").asInt()).isEqualTo(3);
        assertThat(counting.take()).hasSize(one);
    }

    @Test
    void findsAConfigByItsUuid() {
        create(admin, "a", "x");
        long wanted = create(admin, "b", "x").path("id").asLong();
        String part = fleet.configs.get(wanted).uuid().substring(4, 20);
        JsonNode page = admin.post(
                "config/list",
                "{'filters': [{'filterBy': 'uuid', 'filterType': 'like', 'filterValue': '" + part + "'}]}");
        assertThat(page.path("results"))
                .extracting(config -> config.path("id").asLong())
                .containsExactly(wanted);
    }

    private JsonNode create(ResourceClient client, String name, String content) {
        return client.post(
                "config/create",
                "{'deviceType': %d, 'feature': '1', 'name': '%s', 'generator': 'twig', 'content': '%s'}"
                        .formatted(type.id(), name, content));
    }

    private static String deny(ResourceClient client, long config, String key) {
        return client.get("config/" + config).path("deny").path(key).asText();
    }

    /** A device with access tags has a template whose staging version uses the config. */
    private void use(long config, String tags) throws Exception {
        long template = fleet.templates.create(AUTHOR, type.id(), "T").id();
        VersionView version =
                fleet.templates.createStaging(AUTHOR, template, Fleet.version("v", fleet.configs.get(config)));
        fleet.templates.selectStaging(AUTHOR, version.id(), Set.of());
        fleet.devices.create(
                AUTHOR,
                type.id(),
                DeviceForm.named("d").with(DeviceField.SERIAL_NUMBER, "d").withTemplate(template, true));
        sql("update fleet_device set access_tags = '" + tags + "'");
    }
}
