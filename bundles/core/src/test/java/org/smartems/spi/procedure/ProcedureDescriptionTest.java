// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.spi.schema.Field;
import org.smartems.spi.schema.Schema;

class ProcedureDescriptionTest {

    private final ProcedureDescription bare = ProcedureDescription.of("example", "Example");

    @Test
    void requiresAndOffersNothingAtFirst() {
        assertThat(bare.required()).isEmpty();
        assertThat(bare.supported()).isEmpty();
        assertThat(bare.exclusive()).isEmpty();
        assertThat(bare.routes()).isEmpty();
        assertThat(bare.plan()).isEmpty();
        assertThat(bare.settings().fields()).isEmpty();
        assertThat(bare.identifiers()).containsExactly(DeviceField.SERIAL_NUMBER);
        assertThat(bare.requirement(DeviceField.SERIAL_NUMBER)).isEqualTo(FieldRequirement.UNUSED);
    }

    @Test
    void changesCopies() {
        ProcedureDescription full = bare.requires(Capability.TEMPLATES)
                .supports(Capability.CONFIG1)
                .field(DeviceField.IMSI, FieldRequirement.REQUIRED)
                .field(DeviceField.MODEL, FieldRequirement.OPTIONAL)
                .identifiedBy(DeviceField.IMSI, DeviceField.SERIAL_NUMBER)
                .exclusive(DeviceField.IMSI)
                .routes(Route.post("config", "/config"))
                .plan(WorkStep.config(1).asCommand("install"))
                .settings(Schema.of(Field.bool("loud", "Loud")));
        assertThat(bare.requirement(DeviceField.IMSI)).isEqualTo(FieldRequirement.UNUSED);
        assertThat(bare.plan()).isEmpty();
        assertThat(full.id()).isEqualTo("example");
        assertThat(full.label()).isEqualTo("Example");
        assertThat(full.required()).containsExactly(Capability.TEMPLATES);
        assertThat(full.supported()).containsExactly(Capability.CONFIG1);
        assertThat(full.requirement(DeviceField.IMSI)).isEqualTo(FieldRequirement.REQUIRED);
        assertThat(full.requirement(DeviceField.MODEL)).isEqualTo(FieldRequirement.OPTIONAL);
        assertThat(full.identifiers()).containsExactly(DeviceField.IMSI, DeviceField.SERIAL_NUMBER);
        assertThat(full.exclusive()).containsExactly(DeviceField.IMSI);
        assertThat(full.routes()).extracting(Route::path).containsExactly("/config");
        assertThat(full.plan()).extracting(step -> step.command().orElse("")).containsExactly("install");
        assertThat(full.settings().field("loud")).isPresent();
    }

    @Test
    void cannotBeChangedFromOutside() {
        ProcedureDescription full = bare.requires(Capability.TEMPLATES).plan(WorkStep.diagnose());
        assertThatThrownBy(() -> full.required().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> full.plan().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Example", "1st", "my-router", "my router", "r\u00f6hre"})
    void refusesAnIdThatIsNotInCamelCase(String id) {
        assertThatThrownBy(() -> ProcedureDescription.of(id, "Example")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isIdentifiedBySomething() {
        assertThatThrownBy(() -> bare.identifiedBy()).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "config", "/config/", "//config", "/a b", "/%41", "/a?b", "/a;b", "/a\n", "/\u00e4"})
    void refusesARouteThatIsNotMadeOfPlainSegments(String path) {
        assertThatThrownBy(() -> Route.post("config", path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesPostOrBothMethods() {
        assertThat(Route.post("a", "/a/b.php").methods()).containsExactly("POST");
        assertThat(Route.getOrPost("a", "/a_~-1").methods()).containsExactlyInAnyOrder("GET", "POST");
    }

    @Test
    void comparesVersionsWithoutTheirPrefixOnlyWhenTold() {
        ProcedureDescription exact = ProcedureDescription.of("acme", "Acme");
        ProcedureDescription lenient = exact.ignoringVersionPrefix().plan(WorkStep.firmware(1));
        assertThat(exact.compared("V1.0")).isEqualTo("V1.0");
        assertThat(lenient.compared("V1.0")).isEqualTo(lenient.compared("v1.0")).isEqualTo("1.0");
        assertThat(lenient.compared("vv1")).isEqualTo("v1");
        assertThat(lenient.compared("")).isEmpty();
    }

    @Test
    void reportsEveryFieldUnlessItSaysLess() {
        ProcedureDescription all = ProcedureDescription.of("acme", "Acme");
        assertThat(all.reported()).containsExactlyInAnyOrder(DeviceField.values());
        assertThat(all.reports(DeviceField.IMSI).exclusive(DeviceField.IMSI).reported())
                .containsExactly(DeviceField.IMSI);
    }

    @Test
    void makesACommandOfAStepByACopy() {
        WorkStep inline = WorkStep.firmware(2);
        WorkStep command = inline.asCommand("update");
        assertThat(inline.command()).isEmpty();
        assertThat(command.kind()).isEqualTo(WorkKind.FIRMWARE);
        assertThat(command.slot()).isEqualTo(2);
        assertThat(command.command()).hasValue("update");
        assertThatThrownBy(() -> WorkStep.config(4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesCapabilitiesOfSlots() {
        assertThat(Capability.firmware(3)).isEqualTo(Capability.FIRMWARE3);
        assertThat(Capability.config(1)).isEqualTo(Capability.CONFIG1);
        assertThat(Capability.alwaysReinstallConfig(2)).isEqualTo(Capability.ALWAYS_REINSTALL_CONFIG2);
        assertThatThrownBy(() -> Capability.config(4)).isInstanceOf(IllegalArgumentException.class);
    }
}
