// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.Variable;
import org.smartems.fleet.config.ConfigForm;
import org.smartems.fleet.config.ConfigView;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.device.DeviceView;
import org.smartems.fleet.device.TemplateApplication;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.internal.Fleet;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.template.TemplateView;
import org.smartems.fleet.template.VersionForm;
import org.smartems.fleet.template.VersionType;
import org.smartems.fleet.template.VersionView;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.DeviceField;

class TemplatesTest extends FleetFixture {

    private static final Set<WorkFlag> CONFIG1 = Set.of(WorkFlag.REINSTALL_CONFIG1);

    private DeviceTypeView type;
    private TemplateView template;

    @BeforeEach
    void makeTemplate() {
        type = fleet.router("tk800");
        template = fleet.templates.create(AUTHOR, type.id(), "Line");
    }

    @Test
    void storesAVersionWithVariablesAndParts() {
        ConfigView config = fleet.config(type, "a", "x");
        VersionForm form = new VersionForm(
                "v1", "first", "on site", Map.of(1, config.id()), Map.of(), List.of(Variable.of("zone", "a")));
        VersionView version = fleet.templates.createStaging(AUTHOR, template.id(), form);
        assertThat(fleet.templates.version(version.id())).isEqualTo(version);
        assertThat(version.type()).isEqualTo(VersionType.STAGING);
        assertThat(version.values().variables()).containsExactly(new Variable(1, "zone", "a"));
        assertThat(version.values().configs()).isEqualTo(Map.of(1, config.id()));
        assertThat(fleet.templates.versions(template.id())).containsExactly(version);
        assertThat(fleet.templates.get(template.id()).stagingVersion()).isEmpty();
        assertThat(fleet.templates.find(type.id(), "Line")).containsExactly(template);
    }

    @Test
    void movesAVersionFromStagingToProduction() {
        VersionView first = version("v1");
        assertRefused(
                () -> fleet.templates.selectProduction(AUTHOR, first.id(), Set.of()),
                "deny.templateVersion.notSelectedStagingAndNotTypeProduction");
        fleet.templates.selectStaging(AUTHOR, first.id(), Set.of());
        assertRefused(
                () -> fleet.templates.selectStaging(AUTHOR, first.id(), Set.of()),
                "deny.templateVersion.alreadySelectedStaging");
        assertRefused(() -> fleet.templates.deleteVersion(AUTHOR, first.id()), "deny.templateVersion.selectedStaging");
        VersionView produced = fleet.templates.selectProduction(AUTHOR, first.id(), Set.of());
        assertThat(produced.type()).isEqualTo(VersionType.PRODUCTION);
        TemplateView now = fleet.templates.get(template.id());
        assertThat(now.stagingVersion()).isEmpty();
        assertThat(now.productionVersion()).hasValue(first.id());
        assertRefused(
                () -> fleet.templates.selectProduction(AUTHOR, first.id(), Set.of()),
                "deny.templateVersion.alreadySelectedProduction");
        assertRefused(
                () -> fleet.templates.selectStaging(AUTHOR, first.id(), Set.of()),
                "deny.templateVersion.selectStagingNotTypeStaging");
        assertRefused(
                () -> fleet.templates.deleteVersion(AUTHOR, first.id()), "deny.templateVersion.selectedProduction");
        assertRefused(
                () -> fleet.templates.editVersion(AUTHOR, first.id(), Fleet.version("x"), Set.of()),
                "deny.templateVersion.productionEditDisabled");
    }

    @Test
    void detachesVersionsAndTakesOldOnesOfProductionBack() {
        VersionView first = produced("v1");
        VersionView second = produced("v2");
        assertThat(fleet.templates.get(template.id()).productionVersion()).hasValue(second.id());
        assertRefused(
                () -> fleet.templates.detachProduction(AUTHOR, first.id()),
                "deny.templateVersion.notSelectedProduction");
        fleet.templates.detachProduction(AUTHOR, second.id());
        assertThat(fleet.templates.get(template.id()).productionVersion()).isEmpty();
        fleet.templates.selectProduction(AUTHOR, first.id(), Set.of());
        assertThat(fleet.templates.get(template.id()).productionVersion()).hasValue(first.id());
        VersionView third = version("v3");
        assertRefused(
                () -> fleet.templates.detachStaging(AUTHOR, third.id()), "deny.templateVersion.notSelectedStaging");
        fleet.templates.selectStaging(AUTHOR, third.id(), Set.of());
        fleet.templates.detachStaging(AUTHOR, third.id());
        fleet.templates.deleteVersion(AUTHOR, third.id());
        assertRefused(() -> fleet.templates.version(third.id()), "notFound");
    }

    @Test
    void asksTheTypeForTemplatesAndVariables() {
        DeviceTypeView shelf = fleet.types.create(
                AUTHOR, Fleet.with(fleet.types.defaults("none").withIdentity("Shelf", "shelf", "/")));
        assertInvalid(
                () -> fleet.templates.create(AUTHOR, shelf.id(), "T"),
                "deviceType=template.deviceTypeTemplatesNotSupported");
        DeviceTypeView mute = fleet.types.create(
                AUTHOR,
                Fleet.with(fleet.types.defaults("none").withIdentity("Mute", "mute", "/mute"), Capability.TEMPLATES));
        TemplateView of = fleet.templates.create(AUTHOR, mute.id(), "T");
        VersionForm form = new VersionForm("v", "", "", Map.of(), Map.of(), List.of(Variable.of("a", "b")));
        assertInvalid(
                () -> fleet.templates.createStaging(AUTHOR, of.id(), form),
                "variables=templateVersion.variablesDisabled");
        long version = fleet.templates
                .createStaging(AUTHOR, of.id(), Fleet.version("v"))
                .id();
        fleet.templates.selectStaging(AUTHOR, version, Set.of());
        long device = fleet.devices
                .create(AUTHOR, mute.id(), DeviceForm.named("a").withTemplate(of.id(), true))
                .id();
        assertInvalid(
                () -> fleet.devices.apply(
                        AUTHOR, device, new TemplateApplication(OptionalLong.of(of.id()), true, false, Set.of())),
                "applyVariables=deviceTemplateApply.variablesDisabled");
    }

    @Test
    void checksThePartsOfAVersion() {
        ConfigView second = fleet.configs.create(AUTHOR, type.id(), 2, new ConfigForm("second", "twig", "x"));
        ConfigView foreign = fleet.config(fleet.router("other"), "a", "x");
        assertInvalid(() -> parts(Map.of(1, second.id())), "config1=templateVersion.configInvalidFeature");
        assertInvalid(() -> parts(Map.of(1, foreign.id())), "config1=templateVersion.configInvalidDeviceType");
        assertInvalid(() -> parts(Map.of(1, 0L)), "config1=templateVersion.configInvalid");
        assertInvalid(() -> parts(Map.of(3, second.id())), "config3=templateVersion.config3Disabled");
        assertInvalid(
                () -> fleet.templates.createStaging(
                        AUTHOR,
                        template.id(),
                        new VersionForm("", "", "", Map.of(), Map.of(2, 1L, 1, 1L), List.of(Variable.of("9", "")))),
                "name=required",
                "firmware1=templateVersion.firmwareInvalid",
                "firmware2=templateVersion.firmware2Disabled",
                "variables.0.name=variableName.invalid",
                "variables.0.variableValue=required");
    }

    @Test
    void givesThingsAgainToStagingDevicesOfTheStagingVersion() {
        DeviceView staging = device("s", true);
        DeviceView other = device("o", false);
        VersionView version = version("v1");
        fleet.templates.editVersion(AUTHOR, version.id(), Fleet.version("v1"), CONFIG1);
        assertThat(flags(staging)).as("not selected").isEmpty();
        fleet.templates.selectStaging(AUTHOR, version.id(), CONFIG1);
        assertThat(flags(staging)).isEqualTo(CONFIG1);
        assertThat(flags(other)).isEmpty();
    }

    @Test
    void givesThingsAgainToAllDevicesOfAProductionVersionThatStandsAlone() {
        DeviceView staging = device("s", true);
        DeviceView other = device("o", false);
        VersionView version = version("v1");
        fleet.templates.selectStaging(AUTHOR, version.id(), Set.of());
        fleet.templates.selectProduction(AUTHOR, version.id(), CONFIG1);
        assertThat(flags(staging)).isEqualTo(CONFIG1);
        assertThat(flags(other)).isEqualTo(CONFIG1);
    }

    @Test
    void givesThingsAgainToOtherDevicesWhileStagingOnesHaveAVersionOfTheirOwn() {
        VersionView old = produced("v1");
        fleet.templates.detachProduction(AUTHOR, old.id());
        fleet.templates.selectStaging(AUTHOR, version("v2").id(), Set.of());
        DeviceView staging = device("s", true);
        DeviceView other = device("o", false);
        // config 2 is sent with every contact, so there is nothing to give again
        fleet.templates.selectProduction(
                AUTHOR,
                old.id(),
                Set.of(WorkFlag.REINSTALL_CONFIG1, WorkFlag.REINSTALL_CONFIG2, WorkFlag.REINSTALL_FIRMWARE1));
        assertThat(flags(staging)).isEmpty();
        assertThat(flags(other)).containsExactlyInAnyOrder(WorkFlag.REINSTALL_CONFIG1, WorkFlag.REINSTALL_FIRMWARE1);
        assertInvalid(
                () -> fleet.templates.selectStaging(AUTHOR, version("v3").id(), Set.of(WorkFlag.REINSTALL_FIRMWARE3)),
                "reinstallFirmware3=templateVersion.firmware3Disabled");
    }

    @Test
    void deletesATemplateOnlyWhenNoDeviceUsesIt() {
        produced("v1");
        DeviceView device = device("d", false);
        assertRefused(() -> fleet.templates.delete(AUTHOR, template.id()), "deny.template.usedByDevice");
        fleet.devices.delete(AUTHOR, device.id());
        assertThat(fleet.templates.edit(AUTHOR, template.id(), " New ").name()).isEqualTo("New");
        fleet.templates.delete(AUTHOR, template.id());
        assertRefused(() -> fleet.templates.get(template.id()), "notFound");
    }

    @Test
    void copiesAVersionToStaging() {
        VersionView copy =
                fleet.templates.duplicateVersion(AUTHOR, produced("v1").id());
        assertThat(copy.type()).isEqualTo(VersionType.STAGING);
        assertThat(copy.values().name()).isEqualTo("COPY v1");
    }

    private VersionView version(String name) {
        return fleet.templates.createStaging(AUTHOR, template.id(), Fleet.version(name));
    }

    private VersionView produced(String name) {
        VersionView version = version(name);
        fleet.templates.selectStaging(AUTHOR, version.id(), Set.of());
        return fleet.templates.selectProduction(AUTHOR, version.id(), Set.of());
    }

    private VersionView parts(Map<Integer, Long> configs) {
        return fleet.templates.createStaging(
                AUTHOR, template.id(), new VersionForm("v", "", "", configs, Map.of(), List.of()));
    }

    private DeviceView device(String name, boolean staging) {
        DeviceForm form = DeviceForm.named(name).with(DeviceField.SERIAL_NUMBER, name);
        return fleet.devices.create(AUTHOR, type.id(), form.withTemplate(template.id(), staging));
    }

    private Set<WorkFlag> flags(DeviceView device) {
        return fleet.devices.get(device.id()).flags();
    }
}
