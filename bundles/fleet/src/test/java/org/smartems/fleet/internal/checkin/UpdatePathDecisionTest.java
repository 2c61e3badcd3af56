// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smartems.fleet.internal.checkin.DecisionCase.SERIAL;
import static org.smartems.fleet.internal.checkin.DecisionCase.ids;
import static org.smartems.fleet.internal.checkin.DecisionCase.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.firmware.FirmwareSnapshot;
import org.smartems.fleet.internal.update.UpdatePath;
import org.smartems.platform.plugin.PlugInAway;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.FirmwareOffer;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.spi.procedure.Work;

/** The ways to the firmware of the template: step by step, back, and by hardware. */
class UpdatePathDecisionTest {

    private static final Optional<String> NUMBERS = Optional.of(FakeOrder.ID);

    private final DecisionCase router = DecisionCase.router().firmware("30");

    private static FirmwareSnapshot step(long id, String version) {
        return new FirmwareSnapshot(id, version, "", version + ".bin", Optional.empty());
    }

    private void path(boolean allowsDowngrade, FirmwareSnapshot... steps) {
        List<FirmwareSnapshot> all = new ArrayList<>(List.of(steps));
        all.add(router.firmware.get(1));
        router.path = new UpdatePath(NUMBERS, allowsDowngrade, all, Map.of());
    }

    private String offered(DeviceReport report) {
        return router.decide(report)
                .result()
                .work()
                .flatMap(Work::firmware)
                .map(FirmwareOffer::version)
                .orElse("none");
    }

    private static DeviceReport has(String version) {
        return SERIAL.withFirmwareVersion(1, version);
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "9, 10", "10, 20", "15, 20", "20, 30", "29, 30", "30, none", "31, none", "99, none"})
    void goesStepByStep(String reported, String offered) {
        path(false, step(8, "20"), step(7, "10"), step(9, "40"), step(10, "beta"));
        assertThat(offered(has(reported))).isEqualTo(offered);
    }

    @Test
    void getsThereAndStays() {
        path(false, step(7, "10"), step(8, "20"));
        List<String> way = new ArrayList<>();
        for (String version = "1"; !version.equals("none"); version = offered(has(version))) {
            way.add(version);
        }
        assertThat(way).containsExactly("1", "10", "20", "30");
    }

    @Test
    void tellsTheNextStep() {
        path(false, step(7, "10"));
        Decision decision = router.decide(has("1"));
        assertThat(line(decision, "deviceFirmware1NeedsUpdate").parameters()).containsEntry("requiredVersion", "30");
        assertThat(line(decision, "deviceFirmware1NextStep").parameters())
                .isEqualTo(Map.of("currentVersion", "1", "requiredVersion", "10", "nameFirmware1", "Firmware"));
        assertThat(ids(router.decide(has("10")))).doesNotContain("deviceFirmware1NextStep");
    }

    /** What is there twice was most likely put right. */
    @Test
    void takesTheNewerOfTwoWithOneVersion() {
        path(false, step(7, "10"), step(8, "010"), step(6, "10"));
        FirmwareOffer offer =
                router.decide(has("1")).result().work().flatMap(Work::firmware).orElseThrow();
        assertThat(offer.url()).endsWith("/7-8/010.bin");
    }

    @Test
    void goesBackOnlyWhereThatIsAllowed() {
        path(false, step(9, "35"));
        assertThat(offered(has("40"))).isEqualTo("none");
        path(true, step(9, "35"));
        assertThat(offered(has("40"))).isEqualTo("30");
        assertThat(offered(has("30"))).isEqualTo("none");
    }

    @Test
    void installsAgainOnRequestWhateverIsReported() {
        path(false, step(7, "10"), step(8, "20"));
        for (String reported : List.of("30", "40", "unknown")) {
            router.set(WorkFlag.REINSTALL_FIRMWARE1);
            assertThat(offered(has(reported))).as(reported).isEqualTo("30");
            assertThat(router.state.flags().isSet(WorkFlag.REINSTALL_FIRMWARE1)).isFalse();
        }
        router.set(WorkFlag.REINSTALL_FIRMWARE1);
        assertThat(offered(has("15"))).isEqualTo("20");
    }

    @ParameterizedTest
    @CsvSource({"unknown, 30", "10-, 30", "1, latest"})
    void neverOffersWhatCannotBeCompared(String reported, String goal) {
        router.firmware(goal);
        path(true, step(7, "10"), step(8, "20"));
        for (int contact = 0; contact < 3; contact++) {
            Decision decision = router.decide(has(reported));
            assertThat(decision.result().work()).isEmpty();
            assertThat(line(decision, "deviceFirmware1NotComparable").level()).isEqualTo(LogLevel.ERROR);
        }
    }

    /** The device gets the firmware once the plug-in can be asked again. */
    @Test
    void keepsARequestWhileTheOrderCannotBeAsked() {
        path(false, step(7, "10"));
        router.set(WorkFlag.REINSTALL_FIRMWARE1);
        router.order = it -> (version, other) -> {
            throw new PlugInAway("versioning:numbers", "is busy");
        };
        Decision decision = router.decide(has("1"));
        assertThat(decision.result().work()).isEmpty();
        assertThat(decision.state().flags().isSet(WorkFlag.REINSTALL_FIRMWARE1)).isTrue();
        assertThat(ids(decision)).doesNotContain("deviceReinstallingFirmware1");
        assertThat(line(decision, "deviceFirmware1NotComparable").level()).isEqualTo(LogLevel.ERROR);
        assertThat(line(decision, "deviceFirmware1NotComparable").parameters())
                .isEqualTo(Map.of("currentVersion", "1", "requiredVersion", "30", "nameFirmware1", "Firmware"));
        router.order = it -> it;
        assertThat(offered(has("1"))).isEqualTo("10");
    }

    @Test
    void goesStraightWhereVersionsHaveNoOrder() {
        router.path = new UpdatePath(Optional.empty(), false, List.of(step(7, "10"), step(8, "20")), Map.of());
        assertThat(offered(has("1"))).isEqualTo("30");
        assertThat(offered(has("40"))).isEqualTo("30");
    }

    @ParameterizedTest
    @CsvSource({
        "A1, M1, a1.bin",
        "A1, , a1.bin",
        "X, M1, m1.bin",
        ", M1, m1.bin",
        "a1, m1, fw.bin",
        "'A1 beta', M10, fw.bin",
        ", , fw.bin"
    })
    void sendsTheFileForTheHardware(String hardware, String model, String file) {
        Map<String, FirmwareSnapshot> files = Map.of(
                "A1", new FirmwareSnapshot(21, "30", "", "a1.bin", Optional.empty()),
                "M1", new FirmwareSnapshot(22, "30", "", "m1.bin", Optional.empty()));
        router.path = new UpdatePath(Optional.empty(), false, List.of(), Map.of(5L, files));
        DeviceReport report = hardware == null ? has("1") : has("1").with(DeviceField.HARDWARE_VERSION, hardware);
        Decision decision = router.decide(model == null ? report : report.with(DeviceField.MODEL, model));
        String url = decision.result()
                .work()
                .flatMap(Work::firmware)
                .map(FirmwareOffer::url)
                .orElseThrow();
        assertThat(url).endsWith("/" + file);
        assertThat(ids(decision).contains("deviceFirmware1NoHardwareFile")).isEqualTo(file.equals("fw.bin"));
    }

    @Test
    void namesTheHardwareThatHasNoFile() {
        FirmwareSnapshot other = new FirmwareSnapshot(21, "30", "", "a1.bin", Optional.empty());
        router.path = new UpdatePath(Optional.empty(), false, List.of(), Map.of(5L, Map.of("A1", other)));
        Decision decision = router.decide(has("1").with(DeviceField.HARDWARE_VERSION, "B2"));
        assertThat(line(decision, "deviceFirmware1NoHardwareFile").level()).isEqualTo(LogLevel.WARNING);
        assertThat(line(decision, "deviceFirmware1NoHardwareFile").parameters())
                .isEqualTo(Map.of("nameFirmware1", "Firmware", "hardwareVersion", "B2", "model", ""));
    }
}
