// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.ValidationException;
import org.smartems.fleet.config.ConfigForm;
import org.smartems.fleet.config.ConfigView;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.device.DeviceView;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.internal.Fleet;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.internal.Told;
import org.smartems.fleet.template.TemplateView;
import org.smartems.fleet.template.VersionView;
import org.smartems.spi.procedure.DeviceField;

class ConfigsTest extends FleetFixture {

    private DeviceTypeView type;

    @BeforeEach
    void makeType() {
        type = fleet.router("tk800");
    }

    @Test
    void keepsTheContentToTheLastBlank() {
        String content = "\n  hostname {{ name }}\r\n\n";
        ConfigView config = fleet.config(type, " Startup ", content);
        assertThat(fleet.configs.get(config.id())).isEqualTo(config);
        assertThat(config.values()).isEqualTo(new ConfigForm("Startup", "twig", content));
        assertThat(config.generatorInstalled()).isTrue();
        assertThat(fleet.configs.find(type.id(), 1, "Startup")).contains(config);
    }

    @Test
    void tellsTheLineThatDoesNotCompile() {
        assertThatThrownBy(() -> fleet.config(type, "a", "one\n{% fly %}"))
                .isInstanceOfSatisfying(ValidationException.class, e -> {
                    assertThat(e.errors()).hasSize(1);
                    assertThat(e.errors().get(0).path()).isEqualTo("content");
                    assertThat(e.errors().get(0).message()).isEqualTo("validation.config.twigInvalid");
                    assertThat(e.errors().get(0).parameters()).isEqualTo(Map.of("line", 2, "error", "Unknown tag"));
                });
    }

    @Test
    void namesEveryBrokenRule() {
        assertInvalid(() -> create(1, "", "", " "), "name=required", "generator=required", "content=required");
        assertInvalid(() -> create(1, "a", "velocity", "x"), "generator=enum");
        assertInvalid(() -> create(1, "a", "php", "x"), "generator=config.configGeneratorPhpDisabled");
        assertInvalid(() -> create(1, "a", "twig", "x".repeat((1 << 20) + 1)), "content=lengthMax");
        assertInvalid(() -> create(3, "a", "twig", "x"), "feature=config.featureInvalid");
        assertInvalid(() -> create(4, "a", "twig", "x"), "feature=config.featureInvalid");
        fleet.configurations.twig = false;
        assertInvalid(() -> create(1, "a", "twig", "x"), "generator=config.configGeneratorTwigDisabled");
    }

    @Test
    void keepsNamesUniqueWithinTypeAndSlot() {
        fleet.config(type, "a", "x");
        assertInvalid(() -> create(1, "a", "twig", "x"), "name=config.nameNotUnique");
        create(2, "a", "twig", "x");
        fleet.config(fleet.router("other"), "a", "x");
        ConfigView copy = fleet.configs.duplicate(
                AUTHOR, fleet.configs.find(type.id(), 1, "a").orElseThrow().id());
        assertThat(copy.values()).isEqualTo(new ConfigForm("COPY a", "twig", "x"));
        assertInvalid(
                () -> fleet.configs.edit(AUTHOR, copy.id(), new ConfigForm("a", "twig", "x"), false),
                "name=config.nameNotUnique");
    }

    @Test
    void needsATypeThatIsThereAndEnabled() {
        fleet.types.disable(AUTHOR, type.id());
        assertInvalid(() -> create(1, "a", "twig", "x"), "deviceType=deviceType.disabled");
        assertInvalid(() -> fleet.configs.create(AUTHOR, 0, 1, new ConfigForm("a", "twig", "x")), "deviceType=choice");
    }

    @Test
    void doesNotChangeWhatIsOrWasInProduction() {
        ConfigView config = fleet.config(type, "a", "x");
        TemplateView template = fleet.templates.create(AUTHOR, type.id(), "T");
        VersionView version = fleet.templates.createStaging(AUTHOR, template.id(), Fleet.version("1", config));
        assertRefused(() -> fleet.configs.delete(AUTHOR, config.id()), "deny.config.usedByTemplate");
        ConfigForm changed = new ConfigForm("b", "twig", "y");
        assertThat(fleet.configs.edit(AUTHOR, config.id(), changed, false).values())
                .isEqualTo(changed);
        fleet.templates.selectStaging(AUTHOR, version.id(), Set.of());
        fleet.templates.selectProduction(AUTHOR, version.id(), Set.of());
        fleet.templates.detachProduction(AUTHOR, version.id());
        assertRefused(
                () -> fleet.configs.edit(AUTHOR, config.id(), changed, false),
                "deny.config.accessDeniedUsedByProductionTemplateVersion");
        fleet.templates.deleteVersion(AUTHOR, version.id());
        fleet.configs.delete(AUTHOR, config.id());
        assertRefused(() -> fleet.configs.get(config.id()), "notFound");
    }

    @Test
    void givesAChangedConfigAgainToTheDevicesThatHaveIt() {
        ConfigView config = fleet.config(type, "a", "x");
        TemplateView template = fleet.templates.create(AUTHOR, type.id(), "T");
        VersionView version = fleet.templates.createStaging(AUTHOR, template.id(), Fleet.version("1", config));
        fleet.templates.selectStaging(AUTHOR, version.id(), Set.of());
        DeviceView staging = device("staging", template, true);
        DeviceView other = device("other", template, false);
        fleet.configs.edit(AUTHOR, config.id(), new ConfigForm("a", "twig", "y"), true);
        assertThat(fleet.devices.get(staging.id()).flags()).containsExactly(WorkFlag.REINSTALL_CONFIG1);
        assertThat(fleet.devices.get(other.id()).flags()).isEmpty();
    }

    @Test
    void tellsEveryChangeToTheAuditLog() {
        ConfigView config = fleet.config(type, "a", "x");
        assertThat(fleet.audit.lines()).last().asString().contains("\"feature\": \"1\"", "\"content\": \"x\"");
        fleet.configs.edit(AUTHOR, config.id(), new ConfigForm("a", "twig", "x"), false);
        assertThat(Told.since(fleet.audit)).isEmpty();
        fleet.configs.edit(AUTHOR, config.id(), new ConfigForm("b", "twig", "x"), false);
        fleet.configs.delete(
                AUTHOR, fleet.configs.duplicate(AUTHOR, config.id()).id());
        assertThat(Told.since(fleet.audit)).containsExactly("update Config", "create Config", "delete Config");
    }

    private DeviceView device(String name, TemplateView template, boolean staging) {
        DeviceForm form = DeviceForm.named(name).with(DeviceField.SERIAL_NUMBER, name);
        return fleet.devices.create(AUTHOR, type.id(), form.withTemplate(template.id(), staging));
    }

    private ConfigView create(int slot, String name, String generator, String content) {
        return fleet.configs.create(AUTHOR, type.id(), slot, new ConfigForm(name, generator, content));
    }
}
