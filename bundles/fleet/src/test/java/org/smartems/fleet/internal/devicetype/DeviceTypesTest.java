// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartems.fleet.devicetype.DeviceTypeForm;
import org.smartems.fleet.devicetype.DeviceTypeOptions;
import org.smartems.fleet.devicetype.DeviceTypeOptions.Commands;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.internal.Fleet;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.internal.Told;
import org.smartems.platform.configuration.RouterIdentifier;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.FieldRequirement;

class DeviceTypesTest extends FleetFixture {

    @Test
    void storesAllThatWasFilledIn() {
        DeviceTypeForm form = fleet.gatewayForm("Gateway X", "gx", "/api/x/");
        DeviceTypeView created = fleet.types.create(AUTHOR, form);
        DeviceTypeView read = fleet.types.get(created.id());
        assertThat(read).isEqualTo(created);
        assertThat(read.slug()).isEqualTo("gateway-x");
        assertThat(read.enabled()).isTrue();
        assertThat(read.used()).isFalse();
        assertThat(read.values().routePrefix()).isEqualTo("/api/x");
        assertThat(read.values().capabilities()).isEqualTo(form.capabilities());
        assertThat(read.values().configs()).isEqualTo(form.configs());
        assertThat(read.values().firmware()).isEqualTo(form.firmware());
        assertThat(read.values().requirements())
                .containsEntry(DeviceField.SERIAL_NUMBER, FieldRequirement.REQUIRED)
                .containsEntry(DeviceField.IMSI, FieldRequirement.UNUSED);
        assertThat(read.values().options().commands()).isEqualTo(new Commands(OptionalInt.of(3), "+4 hours"));
        assertThat(read.history().createdBy()).hasValue(7);
        assertThat(fleet.types.find("Gateway X")).contains(read);
        assertThat(fleet.types.list()).containsExactly(read);
    }

    @Test
    void namesEveryBrokenRuleOfAnEmptyForm() {
        DeviceTypeForm form = fleet.types.defaults("router");
        assertInvalid(
                () -> fleet.types.create(AUTHOR, form),
                "name=required",
                "deviceName=required",
                "certificateCommonNamePrefix=required");
    }

    @Test
    void refusesAProcedureThatIsNotInstalledAndKeepsTheTypesOfOneThatGoesAway() {
        DeviceTypeView type = fleet.router("tk800");
        fleet.plugIns.removeProcedure(fleet.router);
        assertInvalid(
                () -> fleet.types.create(AUTHOR, type.values().withIdentity("a", "a", "/a")),
                "communicationProcedure=enum");
        assertThat(fleet.types.get(type.id()).procedureInstalled()).isFalse();
        assertThat(fleet.types.disable(AUTHOR, type.id()).enabled()).isFalse();
        assertRefused(() -> fleet.types.enable(AUTHOR, type.id()), "deny.deviceType.cannotEnable");
    }

    @Test
    void asksForWhatTheProcedureRequiresAndRefusesWhatItDoesNotKnow() {
        DeviceTypeForm form = fleet.routerForm("a", "a", "/a");
        assertInvalid(
                () -> fleet.types.create(AUTHOR, Fleet.without(form, Capability.CONFIG2, Capability.GSM)),
                "hasConfig2=deviceType.requiredField",
                "hasGsm=deviceType.requiredField",
                "hasAlwaysReinstallConfig2=deviceType.alwaysReinstallConfigNotAvailable");
        assertInvalid(
                () -> fleet.types.create(AUTHOR, Fleet.with(form, Capability.DEVICE_COMMANDS)),
                "hasDeviceCommands=deviceType.unusedField");
    }

    @Test
    void tellsWhatAProcedureRequiresAndOffersHere() {
        assertThat(fleet.types.requirements("router").required())
                .contains(Capability.CONFIG1, Capability.GSM)
                .doesNotContain(Capability.REQUEST_DIAGNOSE);
        assertThat(fleet.types.requirements("router").optional())
                .contains(Capability.VARIABLES, Capability.REQUEST_DIAGNOSE)
                .doesNotContain(Capability.VPN, Capability.CERTIFICATES, Capability.CONFIG1);
        assertRefused(() -> fleet.types.requirements("abacus"), "notFound");
    }

    @ParameterizedTest
    @CsvSource({
        "CERTIFICATES, hasCertificates=deviceType.hasCertificatesNotAvailable",
        "VPN, hasVpn=deviceType.hasVpnNotAvailable",
        "ENDPOINT_DEVICES, hasEndpointDevices=deviceType.hasEndpointDevicesNotAvailable",
        "MASQUERADE, hasMasquerade=deviceType.unusedField"
    })
    void refusesWhatNothingProvides(Capability capability, String expected) {
        DeviceTypeForm form = Fleet.with(fleet.routerForm("a", "a", "/a"), capability);
        assertInvalid(() -> fleet.types.create(AUTHOR, form), expected);
    }

    @Test
    void doesNotLetATypeAskForLessThanItsProcedure() {
        DeviceTypeForm form = fleet.routerForm("a", "a", "/a");
        assertInvalid(
                () -> fleet.types.create(
                        AUTHOR,
                        Fleet.with(form, DeviceField.SERIAL_NUMBER, FieldRequirement.REQUIRED_IN_COMMUNICATION)),
                "fieldSerialNumber=deviceType.propertyRequired");
        assertThat(fleet.types
                        .create(AUTHOR, Fleet.with(form, DeviceField.MODEL, FieldRequirement.REQUIRED))
                        .values()
                        .requirements())
                .containsEntry(DeviceField.MODEL, FieldRequirement.REQUIRED);
    }

    @Test
    void requiresTheFieldByWhichTheInstallationTellsRoutersApart() {
        fleet.configurations.setRouterIdentifier(RouterIdentifier.IMSI);
        assertInvalid(
                () -> fleet.types.create(AUTHOR, fleet.routerForm("a", "a", "/a")),
                "fieldImsi=deviceType.propertyRequired");
    }

    @Test
    void dropsTheSourceOfCredentialsWhereNobodyLogsIn() {
        DeviceTypeForm form = fleet.routerForm("a", "a", "/a");
        DeviceTypeForm changed = form.withOptions(form.options().withAuthentication("none", "user"));
        assertThat(fleet.types.create(AUTHOR, changed).values().options().credentialsSource())
                .isEmpty();
    }

    @Test
    void keepsNamesAndCommonNamePrefixesUnique() {
        fleet.router("tk800");
        assertInvalid(
                () -> fleet.types.create(AUTHOR, fleet.routerForm("tk800", "tk800", "/router/tk800/")),
                "name=uniqueEntity",
                "certificateCommonNamePrefix=uniqueEntity",
                "routePrefix=deviceType.routePrefixUsed");
        assertInvalid(
                () -> fleet.types.create(AUTHOR, fleet.routerForm("b", "longer7", "/b")),
                "certificateCommonNamePrefix=lengthMax");
    }

    @Test
    void sealsSecretSettingsOfTheProcedure() throws Exception {
        DeviceTypeForm form = fleet.routerForm("a", "a", "/a");
        DeviceTypeView type = fleet.types.create(
                AUTHOR,
                form.withOptions(form.options()
                        .withProcedureSettings(Map.of("uppercaseFirmwareVersions", "V1*", "token", "hush"))));
        assertThat(type.values().options().procedureSettings()).isEqualTo(Map.of("uppercaseFirmwareVersions", "V1*"));
        assertThat(text("select procedure_settings from fleet_device_type")).doesNotContain("hush");
        assertThat(settings(type)).containsEntry("token", "hush");
        // absent keeps it, empty clears it
        fleet.types.edit(AUTHOR, type.id(), form);
        assertThat(settings(type)).isEqualTo(Map.of("token", "hush"));
        fleet.types.edit(
                AUTHOR, type.id(), form.withOptions(form.options().withProcedureSettings(Map.of("token", ""))));
        assertThat(settings(type)).isEmpty();
        assertInvalid(
                () -> fleet.types.create(
                        AUTHOR,
                        fleet.routerForm("b", "b", "/b")
                                .withOptions(form.options().withProcedureSettings(Map.of("unknown", "x")))),
                "procedureSettings.unknown=extraFields");
    }

    @Test
    void tellsEveryChangeToTheAuditLog() {
        DeviceTypeForm form = fleet.routerForm("a", "a", "/a");
        DeviceTypeForm secret = form.withOptions(form.options().withProcedureSettings(Map.of("token", "hush")));
        DeviceTypeView type = fleet.types.create(AUTHOR, secret);
        assertThat(fleet.audit.lines())
                .last()
                .asString()
                .contains("\"hasGsm\": true", "\"hasDeviceCommands\": false", "\"route_prefix\": \"/a\"")
                .doesNotContain("hush");
        fleet.types.edit(AUTHOR, type.id(), secret); // sealed anew it would look like a change
        assertThat(Told.since(fleet.audit)).isEmpty();
        fleet.types.disable(AUTHOR, type.id());
        fleet.types.enable(AUTHOR, type.id());
        fleet.types.edit(AUTHOR, type.id(), Fleet.without(secret, Capability.REQUEST_DIAGNOSE));
        DeviceTypeView copy = fleet.types.duplicate(AUTHOR, type.id());
        assertThat(Told.since(fleet.audit))
                .containsExactly("update DeviceType", "update DeviceType", "update DeviceType", "create DeviceType");
        assertThat(copy.enabled()).isFalse();
        fleet.types.delete(AUTHOR, copy.id());
        assertThat(Told.since(fleet.audit)).containsExactly("delete DeviceType");
    }

    private Map<String, Object> settings(DeviceTypeView type) {
        return fleet.catalogue.snapshot().deviceType(type.id()).orElseThrow().procedureSettings();
    }

    @Test
    void allowsOnlyTheOptionsWhileATypeIsInUse() throws Exception {
        DeviceTypeView type = fleet.router("tk800");
        DeviceTypeOptions options = type.values().options().withAuthentication("digest", "user");
        assertRefused(() -> fleet.types.limitedEdit(AUTHOR, type.id(), options), "deny.deviceType.limitedEdit");
        sql("insert into fleet_device (id, version, uuid, device_type_id, identifier, identifier_reported, name,"
                + " enabled, staging, created_at, updated_at)"
                + " select 1, 1, 'u', id, 'd', true, 'd', false, false, now(), now() from fleet_device_type");
        assertRefused(() -> fleet.types.edit(AUTHOR, type.id(), type.values()), "deny.deviceType.edit.usedByDevice");
        assertRefused(() -> fleet.types.delete(AUTHOR, type.id()), "deny.deviceType.delete.usedByDevice");
        DeviceTypeView changed = fleet.types.limitedEdit(AUTHOR, type.id(), options);
        assertThat(changed.used()).isTrue();
        assertThat(changed.values().options().authenticationMethod()).isEqualTo("digest");
        sql("delete from fleet_device");
        fleet.types.delete(AUTHOR, type.id());
        assertRefused(() -> fleet.types.get(type.id()), "notFound");
        assertThat(fleet.catalogue.snapshot().deviceType(type.id())).isEmpty();
    }

    @Test
    void copiesATypeUnderNamesOfItsOwn() {
        DeviceTypeView type = fleet.router("tk800");
        DeviceTypeView copy = fleet.types.duplicate(AUTHOR, type.id());
        assertThat(copy.values().name()).isEqualTo("COPY tk800");
        assertThat(copy.values().certificateCommonNamePrefix()).isEqualTo("tk80-1");
        assertThat(copy.values().routePrefix()).isEqualTo("/router/tk800-1");
        assertThat(copy.enabled()).isFalse();
        assertThat(fleet.types.duplicate(AUTHOR, type.id()).values().name()).isEqualTo("COPY tk800-1");
    }

    @Test
    void enablesAndDisablesOnce() {
        DeviceTypeView type = fleet.router("tk800");
        assertRefused(() -> fleet.types.enable(AUTHOR, type.id()), "deny.deviceType.alreadyEnabled");
        assertThat(fleet.types.disable(AUTHOR, type.id()).enabled()).isFalse();
        assertRefused(() -> fleet.types.disable(AUTHOR, type.id()), "deny.deviceType.alreadyDisabled");
        assertThat(fleet.types.enable(AUTHOR, type.id()).enabled()).isTrue();
    }

    @Test
    void answersTheSecondOfTwoWhoMakeTheSameTypeAtOnce() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        Future<DeviceTypeView> first = two.submit(() -> fleet.router("same"));
        Future<DeviceTypeView> second = two.submit(() -> fleet.router("same"));
        two.shutdown();
        assertThat(two.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        int failed = 0;
        for (Future<DeviceTypeView> one : List.of(first, second)) {
            try {
                one.get();
            } catch (ExecutionException e) {
                failed++;
                assertThat(e.getCause()).hasMessage("validation.failed");
            }
        }
        assertThat(failed).isEqualTo(1);
    }

    @Test
    void dropsEverythingAboutCallsOfDevicesThatNeverCall() {
        DeviceTypeForm form = fleet.types.defaults("none").withIdentity("Shelf", "shelf", "/web");
        DeviceTypeForm named = Fleet.with(form, Capability.VARIABLES);
        DeviceTypeView first =
                fleet.types.create(AUTHOR, named.withOptions(form.options().withAuthentication("basic", "user")));
        assertThat(first.values().routePrefix()).isEqualTo("/");
        assertThat(first.values().options().authenticationMethod()).isEqualTo("none");
        // several have no address
        fleet.types.create(AUTHOR, named.withIdentity("Drawer", "drawer", ""));
        fleet.types.create(AUTHOR, fleet.routerForm("b", "b", "/"));
        assertThat(fleet.catalogue.snapshot().called("/config").orElseThrow().name())
                .isEqualTo("b");
    }
}
