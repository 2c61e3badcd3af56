// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smartems.fleet.internal.checkin.DecisionCase.SERIAL;
import static org.smartems.fleet.internal.checkin.DecisionCase.ids;
import static org.smartems.fleet.internal.checkin.DecisionCase.line;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.firmware.FirmwareSnapshot;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.spi.procedure.Outcome;
import org.smartems.spi.procedure.Work;
import org.smartems.spi.procedure.WorkKind;

class FirmwareDecisionTest {

    private static final DeviceReport OLD = SERIAL.withFirmwareVersion(1, "1.0");

    @Test
    void handsOutFirmwareWhoseVersionDiffers() {
        DecisionCase router = DecisionCase.router().firmware("2.0");
        Decision decision = router.decide(OLD);

        assertThat(decision.result().outcome()).isEqualTo(Outcome.WORK);
        Work work = decision.result().work().orElseThrow();
        assertThat(work.kind()).isEqualTo(WorkKind.FIRMWARE);
        assertThat(work.slot()).isOne();
        assertThat(work.command()).isEmpty();
        assertThat(work.firmware()).hasValueSatisfying(offer -> {
            assertThat(offer.url()).isEqualTo("https://ems.example/df/7-5/fw.bin");
            assertThat(offer.md5()).isEqualTo("d41d8cd98f00b204e9800998ecf8427e");
            assertThat(offer.version()).isEqualTo("2.0");
        });
        assertThat(ids(decision))
                .containsExactly(
                        "deviceFound", "noConfigSent", "deviceFirmware1NeedsUpdate", "deviceReinstallingFirmware1");
        assertThat(line(decision, "deviceFirmware1NeedsUpdate").parameters())
                .isEqualTo(Map.of("currentVersion", "1.0", "requiredVersion", "2.0", "nameFirmware1", "Firmware"));
        assertThat(decision.state().flags().isSet(WorkFlag.REINSTALL_FIRMWARE1)).isFalse();
        // the next contact compares again: nothing is lost when this answer is
        assertThat(decision.handedOut()).isEmpty();
    }

    @Test
    void leavesFirmwareThatIsUpToDate() {
        Decision decision = DecisionCase.router().firmware("1.0").decide(OLD);
        assertThat(decision.result().work()).isEmpty();
        assertThat(line(decision, "deviceFirmware1UpToDate").level()).isEqualTo(LogLevel.INFO);
    }

    @ParameterizedTest
    @CsvSource({"V1.0, 1.0", "v1.0, 1.0", "1.0, V1.0", "V1.0, v1.0"})
    void aLeadingVMeansNothingToRouters(String required, String reported) {
        Decision decision = DecisionCase.router().firmware(required).decide(SERIAL.withFirmwareVersion(1, reported));
        assertThat(decision.result().work()).isEmpty();
        assertThat(ids(decision)).contains("deviceFirmware1UpToDate");
    }

    @Test
    void installsTheSameVersionAgainOnRequest() {
        Decision decision = DecisionCase.router()
                .firmware("1.0")
                .set(WorkFlag.REINSTALL_FIRMWARE1)
                .decide(OLD);
        assertThat(decision.result().work().orElseThrow().kind()).isEqualTo(WorkKind.FIRMWARE);
        assertThat(line(decision, "deviceReinstallFirmware1AlreadySet").level()).isEqualTo(LogLevel.DEBUG);
        assertThat(decision.state().flags().isSet(WorkFlag.REINSTALL_FIRMWARE1)).isFalse();
        assertThat(decision.handedOut()).hasValueSatisfying(work -> {
            assertThat(work.kind()).isEqualTo("FIRMWARE");
            assertThat(work.sequence()).isOne();
            assertThat(work.node()).isEqualTo(DecisionCase.NODE);
        });
    }

    @Test
    void comparesNothingWithoutATemplate() {
        DecisionCase router = DecisionCase.router().firmware("2.0");
        router.hasTemplate = false;
        Decision decision = router.decide(OLD);
        assertThat(decision.result().work()).isEmpty();
        assertThat(ids(decision)).contains("deviceFirmware1NoTemplate");
    }

    @Test
    void comparesNothingWithoutFirmwareInTheTemplate() {
        assertThat(ids(DecisionCase.router().decide(OLD))).contains("deviceFirmware1NoFirmware");
    }

    @Test
    void keepsTheRequestWhenTheTemplateHasNoFirmware() {
        Decision decision =
                DecisionCase.router().set(WorkFlag.REINSTALL_FIRMWARE1).decide(OLD);
        assertThat(ids(decision)).contains("deviceInstallFirmware1NoFirmware");
        assertThat(decision.state().flags().isSet(WorkFlag.REINSTALL_FIRMWARE1)).isTrue();
    }

    @Test
    void comparesNothingThatIsNotReported() {
        assertThat(DecisionCase.router().firmware("2.0").decide(SERIAL).result().work())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-116, -116, true",
        "-116, -117, false",
        "-116, 117, false",
        "-116, -90 dBm, true",
        "-116, , true",
        "-116, unknown, true",
        "116, -116, true"
    })
    void holdsFirmwareBackBelowTheSignal(int minimum, String reported, boolean sent) {
        DecisionCase router = DecisionCase.router().firmware("2.0");
        router.type.firmwareMinRsrp = OptionalInt.of(minimum);
        router.type.configMinRsrp = OptionalInt.of(-200);
        Decision decision = router.decide(reported == null ? OLD : OLD.with(DeviceField.RSRP, reported));
        assertThat(decision.result().work().isPresent()).isEqualTo(sent);
        assertThat(decision.state().flags().isSet(WorkFlag.REINSTALL_FIRMWARE1)).isEqualTo(!sent);
        if (!sent) {
            assertThat(line(decision, "deviceRsrpInvalidFirmware1").level()).isEqualTo(LogLevel.WARNING);
        }
    }

    @Test
    void goesOnToTheConfigWhenFirmwareIsHeldBack() {
        DecisionCase router =
                DecisionCase.router().firmware("2.0").config(1, "text").set(WorkFlag.REINSTALL_CONFIG1);
        router.type.firmwareMinRsrp = OptionalInt.of(-90);
        router.type.configMinRsrp = OptionalInt.of(-120);
        Decision decision = router.decide(OLD.with(DeviceField.RSRP, "-100"));
        assertThat(decision.result().work().orElseThrow().kind()).isEqualTo(WorkKind.CONFIG);
    }

    @Test
    void diagnoseComesBeforeFirmwareAndIsAskedOnce() {
        DecisionCase router = DecisionCase.router().firmware("2.0").set(WorkFlag.REQUEST_DIAGNOSE_DATA);
        Decision decision = router.decide(OLD);
        assertThat(decision.result().work().orElseThrow().kind()).isEqualTo(WorkKind.DIAGNOSE);
        assertThat(decision.state().flags().isSet(WorkFlag.REQUEST_DIAGNOSE_DATA))
                .isFalse();
        assertThat(decision.handedOut()).isPresent();
        assertThat(router.decide(OLD).result().work().orElseThrow().kind()).isEqualTo(WorkKind.FIRMWARE);
    }

    @Test
    void tellsAnOrderOfVersionsThatIsNotInstalled() {
        DecisionCase router = DecisionCase.router().firmware("2.0");
        router.type.versioning = "gone";
        Decision decision = router.decide(OLD);
        assertThat(decision.result().work()).isEmpty();
        assertThat(line(decision, "deviceFirmware1NotComparable").level()).isEqualTo(LogLevel.ERROR);
    }

    @Test
    void sendsDevicesWhereTheTypeOrTheFirmwareSays() {
        DecisionCase router = DecisionCase.router().firmware("2.0");
        router.type.customUrls.put(1, "https://mirror.example");
        assertThat(url(router.decide(OLD))).isEqualTo("https://mirror.example/df/7-5/fw.bin");
        router.firmware.put(1, new FirmwareSnapshot(5, "2.0", "", "fw.bin", Optional.of("ftp://elsewhere/f")));
        assertThat(url(router.decide(OLD))).isEqualTo("ftp://elsewhere/f");
        assertThat(url(DecisionCase.gateway().firmware("2.0").decide(OLD)))
                .isEqualTo("https://ems.example/df/7-5-login/fw.bin");
    }

    private static String url(Decision decision) {
        return decision.result().work().orElseThrow().firmware().orElseThrow().url();
    }
}
