// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DeviceReportTest {

    private final DeviceReport report = DeviceReport.empty().with(DeviceField.SERIAL_NUMBER, "d7");

    @Test
    void saysNothingAtFirst() {
        DeviceReport empty = DeviceReport.empty();
        assertThat(empty.fields()).isEmpty();
        assertThat(empty.firmwareVersions()).isEmpty();
        assertThat(empty.configs()).isEmpty();
        assertThat(empty.diagnoseData()).isEmpty();
        assertThat(empty.command()).isEmpty();
        assertThat(empty.isCreating()).isTrue();
    }

    @Test
    void changesCopies() {
        DeviceReport full = report.with(DeviceField.MODEL, "m")
                .withFirmwareVersion(1, "1.0")
                .withConfig(2, "c")
                .withDiagnoseData("d")
                .withCommand(CommandReport.of("reboot", "", CommandStatus.SUCCESS))
                .withoutCreating();
        assertThat(report.fields()).containsOnlyKeys(DeviceField.SERIAL_NUMBER);
        assertThat(report.configs()).isEmpty();
        assertThat(report.isCreating()).isTrue();
        assertThat(full.field(DeviceField.SERIAL_NUMBER)).hasValue("d7");
        assertThat(full.field(DeviceField.MODEL)).hasValue("m");
        assertThat(full.firmwareVersions()).containsEntry(1, "1.0");
        assertThat(full.configs()).containsEntry(2, "c");
        assertThat(full.diagnoseData()).hasValue("d");
        assertThat(full.command().orElseThrow().name()).isEqualTo("reboot");
        assertThat(full.isCreating()).isFalse();
    }

    @Test
    void tellsAnEmptyFactFromAnAbsentOne() {
        DeviceReport removing = report.with(DeviceField.IMSI, "");
        assertThat(removing.field(DeviceField.IMSI)).isEmpty();
        assertThat(removing.fields()).containsEntry(DeviceField.IMSI, "");
        assertThat(removing.fields()).doesNotContainKey(DeviceField.IMEI);
    }

    @Test
    void tellsDiagnosesWithoutDataFromOtherContacts() {
        assertThat(report.withDiagnoseData("").diagnoseData()).hasValue("");
    }

    @Test
    void takesTheLastOfTwoValues() {
        assertThat(report.with(DeviceField.SERIAL_NUMBER, "d8").field(DeviceField.SERIAL_NUMBER))
                .hasValue("d8");
        assertThat(report.withConfig(1, "a").withConfig(1, "b").configs()).containsEntry(1, "b");
    }

    @Test
    void knowsSlotsOneToThree() {
        assertThat(report.withConfig(1, "").withConfig(3, "").configs()).containsOnlyKeys(1, 3);
        assertThatThrownBy(() -> report.withConfig(0, "a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> report.withFirmwareVersion(4, "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cannotBeChangedFromOutside() {
        DeviceReport full = report.withFirmwareVersion(1, "1").withConfig(1, "c");
        assertThatThrownBy(() -> full.fields().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> full.firmwareVersions().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> full.configs().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void takesNoNull() {
        assertThatThrownBy(() -> report.with(DeviceField.IMSI, null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> report.withConfig(1, null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> report.withDiagnoseData(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> report.withCommand(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void addsErrorDetailsToACopyOfACommandReport() {
        CommandReport plain = CommandReport.of("reboot", "t", CommandStatus.ERROR);
        CommandReport detailed = plain.withError("nospace", "812", "full");
        assertThat(plain.errorCategory()).isEmpty();
        assertThat(detailed.transactionId()).isEqualTo("t");
        assertThat(detailed.status()).isEqualTo(CommandStatus.ERROR);
        assertThat(detailed.errorCategory()).isEqualTo("nospace");
        assertThat(detailed.errorPid()).isEqualTo("812");
        assertThat(detailed.errorMessage()).isEqualTo("full");
    }
}
