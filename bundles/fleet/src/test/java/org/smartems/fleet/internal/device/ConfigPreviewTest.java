// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.Variable;
import org.smartems.fleet.device.ConfigGenerationException;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.internal.Fleet;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.template.VersionForm;
import org.smartems.spi.procedure.DeviceField;

class ConfigPreviewTest extends FleetFixture {

    private DeviceTypeView type;
    private long template;
    private long device;
    private DeviceForm form;

    @BeforeEach
    void makeDevice() {
        type = fleet.router("tk800");
        template = fleet.templates.create(AUTHOR, type.id(), "T").id();
        form = DeviceForm.named("d")
                .with(DeviceField.SERIAL_NUMBER, "RF1")
                .withVariables(List.of(Variable.of("zone", "north")));
        device = fleet.devices.create(AUTHOR, type.id(), form).id();
    }

    @Test
    void fillsTheConfigOfTheVersionThatTheDeviceUses() {
        select(Fleet.version("old", fleet.config(type, "old", "old {{ zone }}")), true);
        select(Fleet.version("new", fleet.config(type, "new", "new {{ serialNumber }}")), false);
        fleet.devices.edit(AUTHOR, device, form.withTemplate(template, false));
        assertThat(fleet.devices.generateConfig(device, 1)).isEqualTo("old north");
        fleet.devices.edit(AUTHOR, device, form.withTemplate(template, true));
        assertThat(fleet.devices.generateConfig(device, 1)).isEqualTo("new RF1");
    }

    @Test
    void saysWhatIsMissing() {
        assertRefused(() -> fleet.devices.generateConfig(device, 3), "deny.device.config3Disabled");
        assertRefused(() -> fleet.devices.generateConfig(device, 1), "deny.device.templateMissing");
        fleet.devices.edit(AUTHOR, device, form.withTemplate(template, false));
        assertRefused(() -> fleet.devices.generateConfig(device, 1), "deny.device.templateVersionMising");
        select(Fleet.version("v"), true);
        assertRefused(() -> fleet.devices.generateConfig(device, 1), "deny.device.config1Missing");
        assertRefused(() -> fleet.devices.generateConfig(0, 1), "notFound");
    }

    @Test
    void tellsWhereTheConfigFails() {
        select(Fleet.version("v", fleet.config(type, "c", "{{ nothing }}")), true);
        fleet.devices.edit(AUTHOR, device, form.withTemplate(template, false));
        assertFails(
                "log.configDeviceSystemError",
                Map.of(
                        "nameConfig", "c",
                        "identifier", "RF1",
                        "cause", "Variable \"nothing\" does not exist",
                        "line", 1));
    }

    @Test
    void previewsWithoutWhatIsMissing() {
        select(Fleet.version("v", fleet.config(type, "c", "[{{ nothing }}] {{ zone }}")), true);
        fleet.devices.edit(AUTHOR, device, form.withTemplate(template, false));
        assertThat(fleet.devices.previewConfig(device, 1)).isEqualTo("[] north");
        assertRefused(() -> fleet.devices.previewConfig(device, 3), "deny.device.config3Disabled");
    }

    @Test
    void refusesAnEmptyConfig() {
        select(Fleet.version("v", fleet.config(type, "c", "{{ rsrp }}")), true);
        fleet.devices.edit(AUTHOR, device, form.withTemplate(template, false));
        assertFails(
                "log.configDeviceInvalidEmpty",
                Map.of("nameConfig", "c", "identifier", "RF1", "cause", "The config is empty"));
    }

    private void assertFails(String code, Map<String, Object> parameters) {
        assertThatThrownBy(() -> fleet.devices.generateConfig(device, 1))
                .isInstanceOfSatisfying(ConfigGenerationException.class, e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.parameters()).isEqualTo(parameters);
                });
    }

    private void select(VersionForm version, boolean production) {
        long id = fleet.templates.createStaging(AUTHOR, template, version).id();
        fleet.templates.selectStaging(AUTHOR, id, Set.of());
        if (production) {
            fleet.templates.selectProduction(AUTHOR, id, Set.of());
        }
    }
}
