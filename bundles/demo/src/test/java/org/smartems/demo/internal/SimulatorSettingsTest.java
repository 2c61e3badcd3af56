// SPDX-License-Identifier: Apache-2.0
package org.smartems.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.fleet.devicetype.DeviceTypeForm;
import org.smartems.fleet.devicetype.DeviceTypeOptions;
import org.smartems.fleet.devicetype.DeviceTypeOptions.Switched;
import org.smartems.simulator.Dialect;
import org.smartems.simulator.FirmwareImage;
import org.smartems.simulator.SimulatedDevice;
import org.smartems.simulator.SimulatorConfiguration;

class SimulatorSettingsTest {

    private static final Map<Kind, DeviceTypeForm> TYPES = Map.of(
            Kind.ROUTER, type("/router/tk800", "digest"),
            Kind.ONE_CONFIG, type("/router/tk500", "digest"),
            Kind.SUPERVISED, type("/router/tk600", "digest"),
            Kind.GATEWAY, type("/api/edgegateway", "basic"));

    @TempDir
    private Path directory;

    @Test
    void makesTheSimulatorSendTheDevicesOfTheDemo() throws IOException {
        SimulatorSettings settings = new SimulatorSettings(directory.resolve("demo"));
        settings.write(27, "a=b #c\\d:é", new SimulatorSettings.Ports(9443, 19443), TYPES);
        List<SimulatedDevice> devices =
                SimulatorConfiguration.read(settings.file()).devices();
        assertThat(devices)
                .extracting(device -> device.profile().serial())
                .contains("DEMOR000001", "DEMOR000016", "DEMOF000003", "DEMOS000003", "DEMOG000001", "DEMOG000005")
                .hasSize(27);
        assertThat(devices)
                .filteredOn(device -> device.profile().dialect() == Dialect.EDGE_GATEWAY)
                .extracting(device -> device.profile().serial())
                .allMatch(serial -> serial.startsWith(Kind.GATEWAY.serialPrefix()))
                .hasSize(5);
        assertThat(settings.password()).contains("a=b #c\\d:é");
    }

    @Test
    void keepsThePasswordFromOthers() throws IOException {
        SimulatorSettings settings = new SimulatorSettings(directory);
        assertThat(settings.password()).isEmpty();
        settings.write(1, "first", new SimulatorSettings.Ports(1, 2), TYPES);
        settings.write(1, "second", new SimulatorSettings.Ports(1, 2), TYPES);
        assertThat(settings.password()).contains("second");
        assertThat(Files.getPosixFilePermissions(settings.file()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(directory).isDirectoryContaining("glob:**/simulator.properties");
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void sharesDevicesOutAsTheirKindsAre() {
        assertThat(List.of(1, 2, 3, 25, 10_000)).extracting(Kind.GATEWAY::share).containsExactly(0, 0, 1, 5, 2000);
        assertThat(List.of(1, 3, 25, 10_000)).extracting(Kind.ROUTER::share).containsExactly(1, 2, 14, 6000);
        assertThat(List.of(1, 4, 5, 25, 10_000))
                .extracting(Kind.SUPERVISED::share)
                .containsExactly(0, 0, 1, 3, 1000);
        assertThat(Kind.ROUTER.serial(10_000)).isEqualTo("DEMOR010000");
    }

    @Test
    void makesFirmwareThatSimulatedDevicesUnderstand() {
        byte[] file = FirmwareFile.of("v2.1.0");
        assertThat(FirmwareImage.version(file, "demo.bin")).contains("v2.1.0");
        assertThat(FirmwareFile.of("v2.1.0")).isEqualTo(file);
        assertThat(FirmwareFile.of("v2.0.0")).isNotEqualTo(file);
    }

    private static DeviceTypeForm type(String prefix, String authentication) {
        DeviceTypeOptions options = new DeviceTypeOptions(
                "router",
                "#000000",
                Map.of(),
                authentication,
                "user",
                false,
                false,
                new DeviceTypeOptions.Commands(OptionalInt.empty(), ""),
                Switched.off(),
                Switched.off(),
                Switched.off(),
                OptionalInt.empty(),
                "");
        return new DeviceTypeForm(
                "name", "device", "cn", "router", prefix, Set.of(), Map.of(), Map.of(), Map.of(), "anySchema", options);
    }
}
