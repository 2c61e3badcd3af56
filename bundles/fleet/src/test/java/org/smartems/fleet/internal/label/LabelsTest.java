// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.device.DeviceView;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.label.LabelView;
import org.smartems.fleet.template.VersionForm;
import org.smartems.fleet.template.VersionView;
import org.smartems.resource.Permission;
import org.smartems.resource.testing.ResourceClient;
import org.smartems.spi.procedure.DeviceField;

class LabelsTest extends FleetFixture {

    @Test
    void keepsNamesUniqueAndTellsWhoChangedThem() {
        LabelView north = fleet.labels.create(AUTHOR, " north ");
        assertThat(north.name()).isEqualTo("north");
        assertThat(north.history().createdBy()).hasValue(7);
        assertThat(fleet.audit.lines()).singleElement().asString().startsWith("create Label " + north.id());
        assertInvalid(() -> fleet.labels.create(AUTHOR, "north"), "name=uniqueEntity");
        assertInvalid(() -> fleet.labels.create(AUTHOR, " "), "name=required");
        assertInvalid(() -> fleet.labels.create(AUTHOR, "n".repeat(256)), "name=lengthMax");
        assertThat(fleet.labels.edit(AUTHOR, north.id(), "north").name())
                .as("its own name")
                .isEqualTo("north");
        assertThat(fleet.audit.lines()).as("nothing changed").isEmpty();
        assertThat(fleet.labels.edit(AUTHOR, north.id(), "south")).isEqualTo(fleet.labels.get(north.id()));
        assertThat(fleet.audit.lines()).containsExactly("update Label " + north.id() + " {name=\"south\"}");
    }

    @Test
    void takesADeletedLabelFromWhateverHasIt() throws Exception {
        long kept = fleet.labels.create(AUTHOR, "kept").id();
        long gone = fleet.labels.create(AUTHOR, "gone").id();
        DeviceTypeView type = fleet.router("tk800");
        DeviceForm form =
                DeviceForm.named("d").with(DeviceField.SERIAL_NUMBER, "RF1").withLabels(Set.of(gone, kept));
        DeviceView device = fleet.devices.create(AUTHOR, type.id(), form);
        long template = fleet.templates.create(AUTHOR, type.id(), "T").id();
        VersionView version = fleet.templates.createStaging(
                AUTHOR,
                template,
                new VersionForm("v", "", "", Map.of(), Map.of(), List.of(), Set.of(), Set.of(gone, kept)));
        String before = text("select version from fleet_device");
        fleet.labels.delete(AUTHOR, gone);
        assertThat(fleet.devices.get(device.id()).labels()).containsExactly(kept);
        assertThat(fleet.templates.version(version.id()).values().deviceLabels())
                .containsExactly(kept);
        assertThat(text("select version from fleet_device"))
                .as("an edit that is under way would write it back")
                .isNotEqualTo(before);
        assertRefused(() -> fleet.labels.get(gone), "notFound");
        assertInvalid(() -> fleet.devices.edit(AUTHOR, device.id(), form.withLabels(Set.of(gone))), "labels=choice");
    }

    @Test
    void servesAdministratorsAlone() {
        ResourceClient admin = fleet.client(transactions);
        long id = admin.post("label/create", "{'name': 'Roof'}").path("id").asLong();
        assertThat(admin.post("label/" + id, "{'name': 'Cellar'}")
                        .path("representation")
                        .asText())
                .isEqualTo("Cellar");
        assertInvalid(() -> admin.post("label/create", "{'name': 'Cellar'}"), "name=uniqueEntity");
        assertThat(admin.post("label/list", "{}").path("rowCount").asInt()).isEqualTo(1);
        assertRefused(() -> admin.as(7, Permission.SMARTEMS).post("label/list", "{}"), "accessDenied");
        admin.delete("label/" + id);
        assertRefused(() -> admin.get("label/" + id), "notFound");
    }

    @Test
    void takesADeletedAccessTagFromWhateverHasIt() throws Exception {
        accessTag(1);
        accessTag(2);
        DeviceTypeView type = fleet.router("tk800");
        DeviceForm form =
                DeviceForm.named("d").with(DeviceField.SERIAL_NUMBER, "RF1").withAccessTags(Set.of(1L, 2L));
        DeviceView device = fleet.devices.create(AUTHOR, type.id(), form);
        transactions.run(() -> new DeletedAccessTags(transactions).deleted(1));
        assertThat(fleet.devices.get(device.id()).accessTags()).containsExactly(2L);
    }
}
