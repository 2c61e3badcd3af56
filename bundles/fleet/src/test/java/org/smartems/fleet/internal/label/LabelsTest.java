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
}
