// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.Variable;
import org.smartems.fleet.device.DeviceFilter;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.device.DeviceView;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.internal.Fleet;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.platform.configuration.RouterIdentifier;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.FieldRequirement;

class DevicesTest extends FleetFixture {

    private DeviceTypeView type;

    @BeforeEach
    void makeType() {
        type = fleet.router("tk800");
    }

    @Test
    void storesAllThatWasFilledIn() {
        DeviceForm form = router("north", "RF1")
                .with(DeviceField.IMEI, "358625051093344")
                .enable()
                .withFlags(Set.of(WorkFlag.REINSTALL_CONFIG1, WorkFlag.REINSTALL_CONFIG2))
                .withVariables(List.of(Variable.of("zone", "a"), Variable.of("_x", " b ")));
        DeviceView device = create(form);
        assertThat(fleet.devices.get(device.id())).isEqualTo(device);
        assertThat(device.identifier()).isEqualTo("RF1");
        assertThat(device.enabled()).isTrue();
        assertThat(device.status().facts()).containsEntry(DeviceField.IMEI, "358625051093344");
        assertThat(device.variables()).containsExactly(new Variable(1, "zone", "a"), new Variable(2, "_x", " b "));
        assertThat(device.flags()).as("config 2 is sent anyway").containsExactly(WorkFlag.REINSTALL_CONFIG1);
        assertThat(device.status().seenAt()).isEmpty();
        assertThat(device.history().createdBy()).hasValue(7);
        assertThat(fleet.devices.find("RF1")).containsExactly(device);
        assertThat(fleet.devices.find(device.uuid())).containsExactly(device);
    }

    @Test
    void namesEveryBrokenRule() {
        DeviceForm form = new DeviceForm(
                        "", "", false, true, OptionalLong.of(0), Map.of(), Set.of(), List.of(), Set.of(), Set.of())
                .withFlags(
                        Set.of(WorkFlag.REINSTALL_CONFIG3, WorkFlag.REINSTALL_FIRMWARE2, WorkFlag.REQUEST_CONFIG_DATA))
                .withVariables(List.of(Variable.of("imei", "x")));
        assertInvalid(
                () -> create(form),
                "name=required",
                "serialNumber=required",
                "template=choice",
                "reinstallConfig3=device.config3Disabled",
                "reinstallFirmware2=device.firmware2Disabled",
                "requestConfigData=device.requestConfigDataDisabled",
                "variables.0.name=variable.variableNameUsedInPredefinedVariables");
        assertInvalid(
                () -> create(router("n".repeat(256), "s".repeat(256))), "name=lengthMax", "serialNumber=lengthMax");
    }

    @Test
    void refusesWhatTheTypeDoesNotHave() {
        DeviceTypeView shelf = fleet.types.create(
                AUTHOR, Fleet.with(fleet.types.defaults("none").withIdentity("Shelf", "shelf", "/")));
        DeviceForm form = DeviceForm.named("a")
                .with(DeviceField.IMSI, "1")
                .withTemplate(1, true)
                .withVariables(List.of(Variable.of("a", "b")));
        assertInvalid(
                () -> fleet.devices.create(AUTHOR, shelf.id(), form),
                "imsi=device.gsmDisabled",
                "template=device.templatesDisabled",
                "staging=device.templatesDisabled",
                "variables=device.variablesDisabled");
        long foreign =
                fleet.templates.create(AUTHOR, fleet.router("other").id(), "T").id();
        assertInvalid(
                () -> create(router("a", "a").withTemplate(foreign, false)),
                "template=device.templateDeviceTypeMismatch");
    }

    @Test
    void keepsNamesAndSerialNumbersUniqueWithinAType() {
        create(router("a", "RF1"));
        assertInvalid(() -> create(router("a", "RF1")), "name=device.nameNotUnique", "serialNumber=device.uniqueField");
        DeviceView elsewhere =
                fleet.devices.create(AUTHOR, fleet.router("other").id(), router("a", "RF1"));
        assertThat(elsewhere.identifier()).isEqualTo("RF1");
    }

    @Test
    void takesASimFromTheRouterThatHadIt() throws Exception {
        DeviceView first = create(router("a", "RF1").with(DeviceField.IMSI, "262"));
        DeviceView second = create(router("b", "RF2").with(DeviceField.IMSI, "262"));
        assertThat(text("select string_agg(device_id::text, ',') from fleet_device_state where imsi = '262'"))
                .isEqualTo(Long.toString(second.id()));
        fleet.devices.edit(AUTHOR, first.id(), router("a", "RF1").with(DeviceField.IMSI, "262"));
        assertThat(text("select string_agg(device_id::text, ',') from fleet_device_state where imsi = '262'"))
                .isEqualTo(Long.toString(first.id()));
    }

    @Test
    void keepsRequiredFieldsUniqueAndOthersNot() {
        create(router("a", "RF1").with(DeviceField.IMSI, "1").with(DeviceField.MODEL, "TK"));
        create(router("b", "RF2").with(DeviceField.IMSI, "1").with(DeviceField.MODEL, "TK"));
        DeviceTypeView strict = fleet.types.create(
                AUTHOR, Fleet.with(fleet.routerForm("s", "s", "/s"), DeviceField.IMSI, FieldRequirement.REQUIRED));
        fleet.devices.create(AUTHOR, strict.id(), router("a", "RF1").with(DeviceField.IMSI, "1"));
        assertInvalid(
                () -> fleet.devices.create(
                        AUTHOR, strict.id(), router("b", "RF2").with(DeviceField.IMSI, "1")),
                "imsi=device.uniqueField");
    }

    @Test
    void fallsBackToTheNameAsAnIdentifierThatNoCheckInMatches() throws Exception {
        DeviceTypeView shelf = fleet.types.create(
                AUTHOR, Fleet.with(fleet.types.defaults("none").withIdentity("Shelf", "shelf", "/")));
        DeviceView device = fleet.devices.create(AUTHOR, shelf.id(), DeviceForm.named("box"));
        assertThat(device.identifier()).isEqualTo("box");
        assertThat(text("select identifier_reported from fleet_device")).isEqualTo("f");
        DeviceForm known = DeviceForm.named("crate").with(DeviceField.SERIAL_NUMBER, "S1");
        assertThat(fleet.devices.edit(AUTHOR, device.id(), known).identifier()).isEqualTo("S1");
        assertThat(text("select identifier_reported from fleet_device")).isEqualTo("t");
        assertThat(fleet.devices
                        .edit(AUTHOR, device.id(), DeviceForm.named("crate"))
                        .identifier())
                .isEqualTo("crate");
    }

    @Test
    void identifiesRoutersByImsiWhereTheInstallationSaysSo() {
        fleet.configurations.setRouterIdentifier(RouterIdentifier.IMSI);
        assertThat(create(router("a", "RF1").with(DeviceField.IMSI, "262")).identifier())
                .isEqualTo("262");
        assertThat(create(router("b", "RF2")).identifier()).as("falls back").isEqualTo("b");
    }

    @Test
    void keepsTheRequestOfAFlagThatIsSetAgain() throws Exception {
        DeviceForm form = router("a", "RF1").withFlags(Set.of(WorkFlag.REINSTALL_CONFIG1));
        DeviceView device = create(form);
        assertThat(sequence("reinstall_config1")).isEqualTo(1);
        fleet.devices.edit(AUTHOR, device.id(), form);
        fleet.devices.flag(AUTHOR, device.id(), WorkFlag.REINSTALL_CONFIG1, true);
        assertThat(sequence("reinstall_config1")).isEqualTo(1);
        fleet.devices.flag(AUTHOR, device.id(), WorkFlag.REQUEST_DIAGNOSE_DATA, true);
        assertThat(sequence("request_diagnose_data")).isEqualTo(2);
        fleet.devices.edit(AUTHOR, device.id(), form.withFlags(Set.of()));
        assertThat(fleet.devices.get(device.id()).flags()).isEmpty();
        fleet.devices.edit(AUTHOR, device.id(), form);
        assertThat(sequence("reinstall_config1")).isEqualTo(3);
    }

    @Test
    void refusesFlagsThatDoNothing() {
        DeviceView device = create(router("a", "RF1"));
        assertRefused(
                () -> fleet.devices.flag(AUTHOR, device.id(), WorkFlag.REINSTALL_CONFIG2, true),
                "validation.device.config2Always");
        assertInvalid(
                () -> fleet.devices.flag(AUTHOR, device.id(), WorkFlag.REQUEST_CONFIG_DATA, true),
                "requestConfigData=device.requestConfigDataDisabled");
    }

    @Test
    void letsACheckInThatIsUnderWayDecideAnewAfterEveryChange() throws Exception {
        DeviceView device = create(router("a", "RF1"));
        long created = revision();
        fleet.devices.enable(AUTHOR, device.id());
        long enabled = revision();
        sql("update fleet_device_state set bound_credential_id = 5");
        fleet.devices.disable(AUTHOR, device.id());
        long disabled = revision();
        fleet.devices.edit(AUTHOR, device.id(), router("a", "RF1"));
        assertThat(List.of(created, enabled, disabled, revision())).isSorted().doesNotHaveDuplicates();
        assertThat(text("select bound_credential_id from fleet_device_state")).isNull();
        assertRefused(() -> fleet.devices.disable(AUTHOR, device.id()), "deny.device.alreadyDisabled");
    }

    @Test
    void releasesTheCredentialWhenAFormDisablesTheDevice() throws Exception {
        DeviceView device = create(router("a", "RF1").enable());
        sql("update fleet_device_state set bound_credential_id = 5");
        fleet.devices.edit(AUTHOR, device.id(), router("a", "RF1").enable());
        assertThat(text("select bound_credential_id from fleet_device_state")).isEqualTo("5");
        fleet.devices.edit(AUTHOR, device.id(), router("a", "RF1"));
        assertThat(text("select bound_credential_id from fleet_device_state")).isNull();
    }

    @Test
    void listsWhatAFilterAsksFor() {
        DeviceView first = create(router("a", "RF_1").enable());
        DeviceView second = create(router("b", "RFx1"));
        fleet.devices.create(AUTHOR, fleet.router("other").id(), router("c", "RF_2"));
        OptionalLong ours = OptionalLong.of(type.id());
        assertThat(list(new DeviceFilter(ours, Optional.empty(), "", 10))).containsExactly(first, second);
        assertThat(list(new DeviceFilter(ours, Optional.of(true), "", 10))).containsExactly(first);
        assertThat(list(new DeviceFilter(ours, Optional.empty(), "f_1", 10))).containsExactly(first);
        assertThat(list(new DeviceFilter(OptionalLong.empty(), Optional.of(false), "", 1)))
                .containsExactly(second);
        assertThat(fleet.devices.identifiers("rf_", 10)).containsExactly("RF_1", "RF_2");
        assertThat(fleet.devices.identifiers("rf", 2)).hasSize(2);
        assertThat(fleet.devices.identifiers("F_1", 10)).as("not the beginning").isEmpty();
    }

    @Test
    void tellsPredefinedVariables() {
        DeviceView device = create(router("a", "RF1").with(DeviceField.IMSI, "262"));
        assertThat(fleet.devices.predefinedVariables(device.id()))
                .containsEntry("SerialNr", "RF1")
                .containsEntry("IMSI", "262")
                .containsEntry("rsrpValue", "")
                .doesNotContainKey("hardwareVersion");
        fleet.devices.delete(AUTHOR, device.id());
        assertRefused(() -> fleet.devices.predefinedVariables(device.id()), "notFound");
    }

    private List<DeviceView> list(DeviceFilter filter) {
        return fleet.devices.list(filter);
    }

    private DeviceView create(DeviceForm form) {
        return fleet.devices.create(AUTHOR, type.id(), form);
    }

    private static DeviceForm router(String name, String serialNumber) {
        return DeviceForm.named(name).with(DeviceField.SERIAL_NUMBER, serialNumber);
    }

    private static long sequence(String column) throws Exception {
        return Long.parseLong(text("select " + column + " from fleet_device_state"));
    }

    private static long revision() throws Exception {
        return sequence("revision");
    }
}
