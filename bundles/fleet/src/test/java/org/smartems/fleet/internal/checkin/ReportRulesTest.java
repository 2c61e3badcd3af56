// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smartems.fleet.internal.checkin.DecisionCase.SERIAL;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smartems.spi.procedure.CommandReport;
import org.smartems.spi.procedure.CommandStatus;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.FieldRequirement;

class ReportRulesTest {

    private final DecisionCase router = DecisionCase.router();

    @ParameterizedTest
    @EnumSource
    void boundsEachField(DeviceField field) {
        boolean isLong = field == DeviceField.REGISTRATION_ID || field == DeviceField.ENDORSEMENT_KEY;
        int most = isLong ? 65536 : 255;
        assertThat(broken(SERIAL.with(field, "x".repeat(most)))).isEmpty();
        assertThat(broken(SERIAL.with(field, "\uD83D\uDE00".repeat(most)))).isEmpty();
        assertThat(broken(SERIAL.with(field, "x".repeat(most + 1))))
                .containsExactly(field.id() + " validation.lengthMax {limit=" + most + "}");
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatPostgreSqlCannotStore(DeviceField field) {
        assertThat(broken(SERIAL.with(field, "a\0b"))).containsExactly(field.id() + " validation.type {}");
    }

    @Test
    void asksForWhatTheDeviceTypeRequires() {
        router.type.requirements.put(DeviceField.MODEL, FieldRequirement.REQUIRED_IN_COMMUNICATION);
        router.type.requirements.put(DeviceField.HARDWARE_VERSION, FieldRequirement.REQUIRED);
        router.type.requirements.put(DeviceField.REGISTRATION_ID, FieldRequirement.OPTIONAL);
        router.type.requirements.put(DeviceField.ENDORSEMENT_KEY, FieldRequirement.UNUSED);
        assertThat(broken(SERIAL.with(DeviceField.MODEL, "")))
                .containsExactly("model validation.required {}", "hardwareVersion validation.required {}");
    }

    @Test
    void asksForNothingThatRequestsCannotCarry() {
        router.type.requirements.put(DeviceField.REGISTRATION_ID, FieldRequirement.REQUIRED);
        assertThat(TestType.ROUTER.reported()).doesNotContain(DeviceField.REGISTRATION_ID);
        assertThat(broken(SERIAL)).isEmpty();
        router.type.requirements.put(DeviceField.REGISTRATION_ID, FieldRequirement.REQUIRED_IN_COMMUNICATION);
        assertThat(broken(SERIAL)).isEmpty();
    }

    @Test
    void asksForOneFieldThatIdentifies() {
        assertThat(broken(DeviceReport.empty())).containsExactly("serialNumber validation.required {}");
        assertThat(broken(DeviceReport.empty().with(DeviceField.IMSI, "262")))
                .as("a SIM tells nothing where serial numbers do")
                .containsExactly("serialNumber validation.required {}");
        router.identifier = DeviceField.IMSI;
        router.type.requirements.put(DeviceField.IMSI, FieldRequirement.REQUIRED);
        assertThat(broken(SERIAL)).isEmpty();
        router.type.requirements.remove(DeviceField.SERIAL_NUMBER);
        assertThat(broken(DeviceReport.empty())).containsExactly("imsi validation.required {}");
    }

    @Test
    void boundsVersionsAndCommands() {
        String tooLong = "x".repeat(256);
        assertThat(broken(SERIAL.withFirmwareVersion(2, tooLong)))
                .containsExactly("firmwareVersion2 validation.lengthMax {limit=255}");
        CommandReport command =
                CommandReport.of(tooLong, "t\0", CommandStatus.ERROR).withError(tooLong, "1", "m".repeat(65537));
        assertThat(broken(SERIAL.withCommand(command)))
                .containsExactly(
                        "commandName validation.lengthMax {limit=255}",
                        "commandTransactionId validation.type {}",
                        "commandStatusErrorCategory validation.lengthMax {limit=255}",
                        "commandStatusErrorMessage validation.lengthMax {limit=65536}");
    }

    @Test
    void takesAnyConfigAndDiagnoseData() {
        assertThat(broken(SERIAL.withConfig(1, "\0".repeat(100_000)).withDiagnoseData("\0")))
                .isEmpty();
    }

    private List<String> broken(DeviceReport report) {
        return ReportRules.check(router.contact(), router.type.build(), report).stream()
                .map(error -> error.path() + " " + error.message() + " " + error.parameters())
                .toList();
    }
}
