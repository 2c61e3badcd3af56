// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.Variable;
import org.smartems.fleet.device.Applied;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.device.DeviceView;
import org.smartems.fleet.device.TemplateApplication;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.template.VersionForm;
import org.smartems.fleet.template.VersionView;
import org.smartems.spi.procedure.DeviceField;

class TemplateApplyTest extends FleetFixture {

    private DeviceTypeView type;
    private long template;
    private DeviceView device;

    @BeforeEach
    void makeDevice() {
        type = fleet.router("tk800");
        template = fleet.templates.create(AUTHOR, type.id(), "T").id();
        device = fleet.devices.create(
                AUTHOR,
                type.id(),
                DeviceForm.named("d")
                        .with(DeviceField.SERIAL_NUMBER, "RF1")
                        .withVariables(List.of(Variable.of("old1", "x"), Variable.of("old2", "y"))));
    }

    @Test
    void takesOverWhatIsAskedFor() {
        produce(version("v1", "on site", Variable.of("zone", "a")));
        Applied applied = apply(true, true, Set.of(WorkFlag.REINSTALL_CONFIG1, WorkFlag.REINSTALL_CONFIG2));
        assertThat(applied.warnings()).isEmpty();
        assertThat(applied.device().template()).hasValue(template);
        assertThat(applied.device().description()).isEqualTo("on site");
        assertThat(applied.device().flags()).containsExactly(WorkFlag.REINSTALL_CONFIG1);
        assertThat(applied.device().variables())
                .as("replaced by position")
                .containsExactly(new Variable(1, "zone", "a"));
    }

    @Test
    void keepsWhatIsNotAskedForAndWarnsOfWhatIsMissing() {
        produce(version("v1", "", Variable.of("zone", "a")));
        Applied applied = apply(false, true, Set.of());
        assertThat(applied.warnings()).containsExactly("batch.device.templateApply.warning.noDeviceDescriptionToApply");
        assertThat(applied.device().template()).hasValue(template);
        assertThat(applied.device().variables()).hasSize(2);
        assertThat(applied.device().flags()).isEmpty();
    }

    @Test
    void neverClearsAFlag() {
        produce(version("v1", ""));
        fleet.devices.flag(AUTHOR, device.id(), WorkFlag.REINSTALL_FIRMWARE1, true);
        assertThat(apply(false, false, Set.of()).device().flags()).containsExactly(WorkFlag.REINSTALL_FIRMWARE1);
    }

    @Test
    void needsAVersionForTheDevice() {
        assertRefused(
                () -> apply(false, false, Set.of()),
                "batch.device.templateApply.error.templateVersionProductionMissing");
        VersionView version = fleet.templates.createStaging(AUTHOR, template, version("v1", ""));
        fleet.templates.selectStaging(AUTHOR, version.id(), Set.of());
        assertRefused(
                () -> apply(false, false, Set.of()),
                "batch.device.templateApply.error.templateVersionProductionMissing");
        DeviceForm staging =
                DeviceForm.named("d").with(DeviceField.SERIAL_NUMBER, "RF1").withTemplate(template, true);
        fleet.devices.edit(AUTHOR, device.id(), staging);
        assertThat(apply(false, false, Set.of()).device().template()).hasValue(template);
        fleet.templates.detachStaging(AUTHOR, version.id());
        assertRefused(() -> apply(false, false, Set.of()), "batch.device.templateApply.error.templateVersionMissing");
    }

    @Test
    void refusesTemplatesOfOtherTypes() {
        long foreign =
                fleet.templates.create(AUTHOR, fleet.router("other").id(), "T").id();
        TemplateApplication application = new TemplateApplication(OptionalLong.of(foreign), false, false, Set.of());
        assertRefused(
                () -> fleet.devices.apply(AUTHOR, device.id(), application),
                "batch.device.templateApply.error.deviceTypeMismatch");
        assertInvalid(
                () -> fleet.devices.apply(
                        AUTHOR, device.id(), new TemplateApplication(OptionalLong.of(0), false, false, Set.of())),
                "template=choice");
    }

    @Test
    void takesATemplateAwayAndNothingElse() {
        produce(version("v1", ""));
        apply(false, false, Set.of());
        TemplateApplication none = new TemplateApplication(OptionalLong.empty(), false, false, Set.of());
        assertThat(fleet.devices.apply(AUTHOR, device.id(), none).device().template())
                .isEmpty();
        TemplateApplication more =
                new TemplateApplication(OptionalLong.empty(), true, true, Set.of(WorkFlag.REINSTALL_CONFIG1));
        assertInvalid(
                () -> fleet.devices.apply(AUTHOR, device.id(), more),
                "applyVariables=deviceTemplateApply.templateMissingApplyInvalid",
                "applyDeviceDescription=deviceTemplateApply.templateMissingApplyInvalid",
                "reinstallConfig1=deviceTemplateApply.templateMissingApplyInvalid");
    }

    @Test
    void refusesFlagsThatTheTypeOfTheTemplateLacks() {
        produce(version("v1", ""));
        assertInvalid(
                () -> apply(false, false, Set.of(WorkFlag.REINSTALL_CONFIG3, WorkFlag.REINSTALL_FIRMWARE3)),
                "reinstallConfig3=deviceTemplateApply.config3Disabled",
                "reinstallFirmware3=deviceTemplateApply.firmware3Disabled");
    }

    private Applied apply(boolean variables, boolean description, Set<WorkFlag> reinstall) {
        return fleet.devices.apply(
                AUTHOR,
                device.id(),
                new TemplateApplication(OptionalLong.of(template), variables, description, reinstall));
    }

    private void produce(VersionForm form) {
        VersionView version = fleet.templates.createStaging(AUTHOR, template, form);
        fleet.templates.selectStaging(AUTHOR, version.id(), Set.of());
        fleet.templates.selectProduction(AUTHOR, version.id(), Set.of());
    }

    private static VersionForm version(String name, String deviceDescription, Variable... variables) {
        return new VersionForm(name, "", deviceDescription, Map.of(), Map.of(), List.of(variables));
    }
}
