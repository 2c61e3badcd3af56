// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.Scope;
import org.smartems.fleet.Variable;
import org.smartems.fleet.device.Applied;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.device.DeviceView;
import org.smartems.fleet.device.TemplateApplication;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.template.VersionForm;
import org.smartems.fleet.template.VersionView;
import org.smartems.platform.audit.Author;
import org.smartems.spi.procedure.DeviceField;

/** What users give and see who are bound by their access tags. */
class DeviceScopeTest extends FleetFixture {

    private static final Author OTHER = Author.user(8, "other");
    private static final Scope BOUND = Scope.of(7);

    private DeviceTypeView type;

    @BeforeEach
    void makeTags() throws Exception {
        type = fleet.router("tk800");
        accessTag(1, 7);
        accessTag(2, 7, 8);
        accessTag(3, 8);
    }

    @Test
    void givesOwnTagsAndAtLeastOne() {
        assertInvalid(() -> create(form("a")), "accessTags=endpointDevice.oneAccessTagRequired");
        assertInvalid(
                () -> create(form("a").withAccessTags(Set.of(1L, 3L))), "accessTags=endpointDevice.invalidAccessTag");
        assertThat(create(form("a").withAccessTags(Set.of(2L, 1L))).accessTags())
                .containsExactly(1L, 2L);
        assertInvalid(
                () -> fleet.devices.create(AUTHOR, type.id(), form("b").withAccessTags(Set.of(4L))),
                "accessTags=choice");
        assertThat(fleet.devices.create(AUTHOR, type.id(), form("c")).accessTags())
                .isEmpty();
    }

    @Test
    void keepsTagsOfOthersSilently() {
        DeviceView device = fleet.devices.create(AUTHOR, type.id(), form("a").withAccessTags(Set.of(1L, 3L)));
        DeviceView edited =
                fleet.devices.edit(AUTHOR, BOUND, device.id(), form("a").withAccessTags(Set.of(2L)));
        assertThat(edited.accessTags()).containsExactly(2L, 3L);
        assertInvalid(
                () -> fleet.devices.edit(AUTHOR, BOUND, device.id(), form("a")),
                "accessTags=endpointDevice.oneAccessTagRequired");
    }

    @Test
    void usesTemplatesThatAreSeen() {
        long foreign = fleet.templates.create(OTHER, type.id(), "Foreign").id();
        long own = fleet.templates.create(AUTHOR, type.id(), "Own").id();
        DeviceForm form = form("a").withAccessTags(Set.of(1L));
        assertInvalid(() -> create(form.withTemplate(foreign, false)), "template=choice");
        assertThat(create(form.withTemplate(own, false)).template()).hasValue(own);
        fleet.devices.create(
                AUTHOR, type.id(), form("b").withAccessTags(Set.of(2L)).withTemplate(foreign, false));
        DeviceView device = create(form("c").withAccessTags(Set.of(1L)).withTemplate(foreign, false));
        assertThat(device.template()).as("a visible device uses it").hasValue(foreign);
    }

    @Test
    void appliesOwnTagsAloneAndNeverNone() {
        long template = produced(Set.of(2L, 3L));
        DeviceView device = fleet.devices.create(AUTHOR, type.id(), form("a").withAccessTags(Set.of(1L)));
        Applied some = applyTags(BOUND, device, template);
        assertThat(some.device().accessTags()).containsExactly(2L);
        assertThat(some.warnings()).containsExactly("batch.device.templateApply.warning.notAllAccessTagsWereApplied");
        Applied all = applyTags(Scope.ALL, device, template);
        assertThat(all.device().accessTags()).containsExactly(2L, 3L);
        assertThat(all.warnings()).isEmpty();
        Applied none = applyTags(BOUND, device, produced(Set.of(3L)));
        assertThat(none.device().accessTags()).containsExactly(2L, 3L);
        assertThat(none.warnings())
                .containsExactly("batch.device.templateApply.warning.noAccessTagsWereAppliedYouWouldLoseAccess");
    }

    @Test
    void appliesNothingThatIsNotSeen() throws Exception {
        long foreign = fleet.templates.create(OTHER, type.id(), "Foreign").id();
        DeviceView device = fleet.devices.create(AUTHOR, type.id(), form("a").withAccessTags(Set.of(1L)));
        assertRefused(() -> applyTags(BOUND, device, foreign), "batch.device.templateApply.error.templateNoAccess");
        sql("update fleet_device set access_tags = '{3}'");
        assertRefused(() -> applyTags(BOUND, device, foreign), "notFound");
    }

    @Test
    void tellsTheAuditLogWhatPeopleDecided() {
        DeviceForm form = form("a").withAccessTags(Set.of(1L)).withVariables(List.of(Variable.of("zone", "x")));
        DeviceView device = create(form);
        assertThat(fleet.audit.lines())
                .last()
                .asString()
                .startsWith("create Device " + device.id())
                .contains("\"serial_number\": \"a\"", "\"variableValue\": \"x\"", "\"reinstall_config1\": false");
        DeviceForm tagged = form.withAccessTags(Set.of(2L)).withVariables(device.variables());
        fleet.devices.edit(AUTHOR, BOUND, device.id(), tagged);
        assertThat(fleet.audit.lines()).containsExactly("update Device " + device.id() + " {access_tags=[2]}");
        fleet.devices.enable(AUTHOR, device.id());
        assertThat(fleet.audit.lines()).containsExactly("update Device " + device.id() + " {enabled=true}");
        fleet.devices.delete(AUTHOR, device.id());
        assertThat(fleet.audit.lines()).singleElement().asString().startsWith("delete Device " + device.id());
    }

    private long produced(Set<Long> tags) {
        long template = fleet.templates.create(AUTHOR, type.id(), "T").id();
        VersionForm form = new VersionForm("v", "", "", Map.of(), Map.of(), List.of(), tags, Set.of());
        VersionView version = fleet.templates.createStaging(AUTHOR, template, form);
        fleet.templates.selectStaging(AUTHOR, version.id(), Set.of());
        fleet.templates.selectProduction(AUTHOR, version.id(), Set.of());
        return template;
    }

    private Applied applyTags(Scope scope, DeviceView device, long template) {
        return fleet.devices.apply(
                AUTHOR,
                scope,
                device.id(),
                new TemplateApplication(OptionalLong.of(template), false, false, false, true, Set.of()));
    }

    private DeviceView create(DeviceForm form) {
        return fleet.devices.create(AUTHOR, BOUND, type.id(), form);
    }

    private static DeviceForm form(String name) {
        return DeviceForm.named(name).with(DeviceField.SERIAL_NUMBER, name);
    }
}
