// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.Scope;
import org.smartems.fleet.Variable;
import org.smartems.fleet.VariableType;
import org.smartems.fleet.device.DeviceBatches.Selection;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.device.DeviceResult;
import org.smartems.fleet.device.DeviceView;
import org.smartems.fleet.device.TemplateApplication;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.internal.Fleet;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.template.VersionView;
import org.smartems.spi.procedure.DeviceField;

class DeviceBatchesTest extends FleetFixture {

    private DeviceTypeView type;
    private long a;
    private long b;
    private long shelf;

    @BeforeEach
    void makeDevices() throws Exception {
        accessTag(1, 7);
        accessTag(2, 7);
        accessTag(3, 8);
        type = fleet.router("tk800");
        DeviceTypeView shelves = fleet.types.create(
                AUTHOR, Fleet.with(fleet.types.defaults("none").withIdentity("Shelf", "shelf", "/")));
        a = create("a", Set.of(1L));
        b = create("b", Set.of(1L, 3L));
        shelf = fleet.devices
                .create(AUTHOR, shelves.id(), DeviceForm.named("shelf").withAccessTags(Set.of(2L)))
                .id();
        fleet.audit.lines();
    }

    @Test
    void overwritesAndAddsVariables() {
        fleet.devices.edit(
                AUTHOR, b, form("b").withVariables(List.of(Variable.of("x", "1"), Variable.of("zone", "1"))));
        fleet.audit.lines();
        assertThat(texts(fleet.batches.addVariable(all(b, a, shelf, 0, b), "zone", " n ", Optional.empty())))
                .containsExactly("b SUCCESS []", "a SUCCESS []", "shelf SKIPPED [deny.device.variablesDisabled]");
        assertThat(get(a).variables()).containsExactly(new Variable(1, "zone", " n "));
        assertThat(get(b).variables()).containsExactly(new Variable(1, "x", "1"), new Variable(2, "zone", " n "));
        assertThat(fleet.audit.lines())
                .hasSize(2)
                .allMatch(line -> line.contains("{variables=["), "names what changed and nothing else");
        assertThat(texts(fleet.batches.addVariable(all(a), "imsi", "1", Optional.empty())))
                .containsExactly("a ERROR [validation.variable.variableNameUsedInPredefinedVariables]");
        assertInvalid(
                () -> fleet.batches.addVariable(all(a), "9", "", Optional.empty()),
                "name=variableName.invalid",
                "variableValue=required");
        assertThat(texts(fleet.batches.deleteVariable(all(a, b), "x")))
                .containsExactly("a SKIPPED [batch.device.variableDelete.skipped.missing]", "b SUCCESS []");
    }

    @Test
    void keepsTheTypeOfAVariableUnlessAnotherIsGiven() {
        Variable number = Variable.of("port", "1").as(VariableType.INTEGER);
        fleet.devices.edit(AUTHOR, a, form("a").withVariables(List.of(number)));
        assertThat(texts(fleet.batches.addVariable(all(a, b), "port", "many", Optional.empty())))
                .containsExactly("a ERROR [validation.variable.valueInvalid]", "b SUCCESS []");
        assertThat(texts(fleet.batches.addVariable(all(a), "port", "2", Optional.empty())))
                .containsExactly("a SUCCESS []");
        assertThat(get(a).variables()).containsExactly(new Variable(1, "port", "2", VariableType.INTEGER));
        assertThat(get(b).variables()).containsExactly(new Variable(1, "port", "many"));
        assertThat(texts(fleet.batches.addVariable(all(a, b), "port", "true", Optional.of(VariableType.BOOLEAN))))
                .containsExactly("a SUCCESS []", "b SUCCESS []");
        assertThat(get(b).variables()).containsExactly(new Variable(1, "port", "true", VariableType.BOOLEAN));
        fleet.audit.lines();
        fleet.batches.addVariable(all(b), "port", "true", Optional.of(VariableType.STRING));
        assertThat(fleet.audit.lines()).hasSize(1).allMatch(line -> line.contains("{variables=["), "a type alone");
        assertInvalid(
                () -> fleet.batches.addVariable(all(a), "port", "yes", Optional.of(VariableType.BOOLEAN)),
                "variableValue=variable.valueInvalid");
    }

    @Test
    void setsAndClearsFlagsOfTypesThatHaveThem() {
        assertThat(texts(fleet.batches.flag(all(a, shelf), WorkFlag.REINSTALL_CONFIG1, true)))
                .containsExactly("a SUCCESS []", "shelf ERROR [validation.device.config1Disabled]");
        assertThat(texts(fleet.batches.flag(all(shelf), WorkFlag.REQUEST_DIAGNOSE_DATA, true)))
                .containsExactly("shelf ERROR [validation.device.requestDiagnoseDataDisabled]");
        assertThat(get(a).flags()).containsExactly(WorkFlag.REINSTALL_CONFIG1);
        assertThat(fleet.audit.lines()).containsExactly("update Device " + a + " {reinstall_config1=true}");
        assertThat(texts(fleet.batches.flag(all(a), WorkFlag.REINSTALL_CONFIG2, true)))
                .containsExactly("a SKIPPED [validation.device.config2Always]");
        fleet.batches.flag(all(a, b), WorkFlag.REINSTALL_CONFIG1, false);
        assertThat(get(a).flags()).isEmpty();
    }

    @Test
    void givesAndTakesTagsWithinTheScope() {
        assertThat(texts(fleet.batches.addAccessTags(bound(a, b), Set.of(2L))))
                .containsExactly("a SUCCESS []", "b SUCCESS []");
        assertThat(get(b).accessTags()).containsExactly(1L, 2L, 3L);
        assertThat(texts(fleet.batches.addAccessTags(bound(a), Set.of(3L))))
                .containsExactly("a ERROR [validation.device.invalidAccessTag]");
        assertThat(texts(fleet.batches.deleteAccessTags(bound(b), Set.of(3L))))
                .containsExactly("b ERROR [validation.device.invalidAccessTag]");
        assertThat(texts(fleet.batches.deleteAccessTags(bound(a, b), Set.of(1L, 2L))))
                .containsExactly(
                        "a ERROR [validation.device.cannotRemoveAllAccessTag]",
                        "b ERROR [validation.device.cannotRemoveAllAccessTag]");
        fleet.batches.deleteAccessTags(all(a), Set.of(1L, 2L));
        assertThat(get(a).accessTags()).isEmpty();
        assertThat(fleet.batches.addAccessTags(bound(a), Set.of(1L)))
                .as("out of the scope")
                .isEmpty();
        assertInvalid(() -> fleet.batches.addAccessTags(all(a), Set.of()), "accessTags=countMin");
        assertInvalid(() -> fleet.batches.addAccessTags(all(a), Set.of(9L)), "accessTags=choice");
    }

    @Test
    void givesAndTakesLabels() {
        long north = fleet.labels.create(AUTHOR, "north").id();
        fleet.batches.addLabels(all(a, b), Set.of(north));
        assertThat(get(b).labels()).containsExactly(north);
        fleet.batches.deleteLabels(all(b), Set.of(north));
        assertThat(get(b).labels()).isEmpty();
        assertThat(get(a).labels()).containsExactly(north);
        assertInvalid(() -> fleet.batches.addLabels(all(a), Set.of(9L)), "labels=choice");
        assertInvalid(() -> fleet.batches.deleteLabels(all(a), Set.of()), "labels=countMin");
    }

    @Test
    void enablesDisablesAndDeletes() throws Exception {
        fleet.devices.enable(AUTHOR, b);
        assertThat(texts(fleet.batches.enable(all(a, b))))
                .containsExactly("a SUCCESS []", "b SKIPPED [deny.device.alreadyEnabled]");
        sql("update fleet_device_state set bound_credential_id = 5");
        long revision = Long.parseLong(text("select sum(revision) from fleet_device_state"));
        assertThat(texts(fleet.batches.disable(all(a, shelf))))
                .containsExactly("a SUCCESS []", "shelf SKIPPED [deny.device.alreadyDisabled]");
        assertThat(text("select bound_credential_id from fleet_device_state where device_id = " + a))
                .isNull();
        assertThat(text("select bound_credential_id from fleet_device_state where device_id = " + b))
                .isEqualTo("5");
        assertThat(text("select sum(revision) from fleet_device_state")).isEqualTo(String.valueOf(revision + 1));
        assertRefused(() -> fleet.batches.delete(bound(a)), "deny.device.accessDenied");
        assertThat(texts(fleet.batches.delete(all(b, a)))).containsExactly("b SUCCESS []", "a SUCCESS []");
        assertThat(text("select count(*) from fleet_device")).isEqualTo("1");
    }

    @Test
    void appliesATemplateToEachAsItFits() {
        long template = fleet.templates.create(AUTHOR, type.id(), "T").id();
        VersionView version = fleet.templates.createStaging(AUTHOR, template, Fleet.version("v"));
        fleet.templates.selectStaging(AUTHOR, version.id(), Set.of());
        fleet.devices.edit(AUTHOR, b, form("b").withTemplate(template, true));
        long foreign = fleet.devices
                .create(AUTHOR, fleet.router("other").id(), form("other"))
                .id();
        TemplateApplication application = new TemplateApplication(
                OptionalLong.of(template), false, true, Set.of(WorkFlag.REINSTALL_CONFIG1, WorkFlag.REINSTALL_CONFIG2));
        assertThat(texts(fleet.batches.apply(all(a, b, foreign, shelf), application)))
                .containsExactly(
                        "a ERROR [batch.device.templateApply.error.templateVersionProductionMissing]",
                        "b WARNING [batch.device.templateApply.warning.noDeviceDescriptionToApply]",
                        "other ERROR [batch.device.templateApply.error.deviceTypeMismatch]",
                        "shelf SKIPPED [deny.device.templatesDisabled]");
        assertThat(get(b).flags()).containsExactly(WorkFlag.REINSTALL_CONFIG1);
        assertThat(get(a).template()).isEmpty();
        TemplateApplication none = new TemplateApplication(OptionalLong.empty(), false, false, Set.of());
        fleet.batches.apply(all(b), none);
        assertThat(get(b).template()).isEmpty();
    }

    private DeviceView get(long id) {
        return fleet.devices.get(id);
    }

    private static Selection all(long... ids) {
        return selection(Scope.ALL, ids);
    }

    private static Selection bound(long... ids) {
        return selection(Scope.of(7), ids);
    }

    private static Selection selection(Scope scope, long... ids) {
        return new Selection(AUTHOR, scope, java.util.Arrays.stream(ids).boxed().toList());
    }

    private static List<String> texts(List<DeviceResult> results) {
        return results.stream()
                .map(one -> one.name() + " " + one.status() + " " + one.messages())
                .toList();
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
