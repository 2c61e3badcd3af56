// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorConfigurationTest {

    private static final Map<String, String> LEAST = Map.of(
            "url", "https://127.0.0.1:8443/",
            "tk800.username", "router",
            "tk800.password", "secret",
            "edge-gateway.username", "gateway",
            "edge-gateway.password", "secret");

    @Test
    void makesTheUsualDevices() {
        List<DeviceProfile> profiles = profiles(Map.of());

        assertThat(profiles).hasSize(25);
        assertThat(profiles.stream().filter(profile -> profile.dialect() == Dialect.TK800))
                .hasSize(20);
        assertThat(profiles).extracting(DeviceProfile::serial).contains("RF4151000001", "EG000005");
        assertThat(profiles.subList(0, 5)).extracting(DeviceProfile::dialect).contains(Dialect.EDGE_GATEWAY);
    }

    @Test
    void sharesDevicesOutAsTheMixSays() {
        assertThat(gateways(Map.of("devices", "7", "mix", "tk800=1,edge-gateway=1")))
                .isEqualTo(3);
        assertThat(gateways(Map.of("devices", "10000"))).isEqualTo(2000);
        assertThat(gateways(Map.of("mix", "edge-gateway=2"))).isEqualTo(2);
        assertThat(profiles(Map.of("mix", "edge-gateway=2"))).hasSize(2);
    }

    @Test
    void describesDevices() {
        List<DeviceProfile> profiles = profiles(Map.of(
                "mix", "tk800=1",
                "firstNumber", "41",
                "tk800.serialPrefix", "X",
                "tk800.firmwareVersion", "V9",
                "tk800.model", "TK812L"));

        assertThat(profiles).hasSize(1).first().satisfies(profile -> {
            assertThat(profile.serial()).isEqualTo("X000041");
            assertThat(profile.firmwareVersion()).isEqualTo("V9");
            assertThat(profile.model()).isEqualTo("TK812L");
        });
    }

    @Test
    void namesEverythingThatIsWrong() {
        assertThatThrownBy(() -> configuration(Map.of(
                                "url", "127.0.0.1:8443",
                                "devicesUrl", "https://h/path",
                                "trust", "/no/such.pem",
                                "interval", "60",
                                "timeout", "0s",
                                "jitter", "2",
                                "workers", "0",
                                "connection", "open",
                                "fault.slow", "x",
                                "tk800.prefx", "/a"))
                        .devices())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(
                        "url: must be an address",
                        "devicesUrl: must be an address",
                        "trust: cannot be used",
                        "interval: must be a time",
                        "timeout: must be above 0",
                        "jitter: must be a number from 0 to 1",
                        "workers: must be a whole number from 1 to 50000",
                        "connection: must be one of fresh, kept",
                        "fault.slow: must be a number",
                        "tk800.prefx: there is no such setting");
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() ->
                        SimulatorConfiguration.of(Map.of("mix", "tk800=1")).fleet())
                .hasMessage("url: is missing\ntk800.username: is missing\n"
                        + "tk800.password: is missing; give this, or .passwordFile, or the environment");
    }

    @Test
    void refusesWhatContradicts() throws IOException {
        assertThatThrownBy(() -> configuration(Map.of(
                                "insecure",
                                "true",
                                "trust",
                                TestCertificate.pem().toString()))
                        .devices())
                .hasMessage("insecure: contradicts trust: give one of them");
        assertThatThrownBy(() -> configuration(Map.of("fault.slow", "0.6", "fault.cutAnswer", "0.6"))
                        .devices())
                .hasMessageContaining("fault: the rates of all faults together");
        assertThatThrownBy(() -> configuration(Map.of("mix", "tk900=1")).devices())
                .hasMessageContaining("mix: must be like");
        assertThatThrownBy(() -> configuration(Map.of("mix", "tk800=0")).devices())
                .hasMessageContaining("mix: must give at least one");
    }

    @Test
    void takesPasswordsFromTheEnvironmentFilesAndSettings(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("password"), "from file\nsecond line\n");
        try (ProtocolServer server = new ProtocolServer(Guard.basic("router", "from file"));
                ProtocolServer other = new ProtocolServer(Guard.basic("router", "from environment"))) {
            SimulatorConfiguration configuration = configuration(Map.of(
                    "insecure", "true",
                    "mix", "tk800=1",
                    "tk800.authentication", "basic",
                    "tk800.passwordFile", file.toString()));

            assertThat(acknowledged(configuration, server)).isTrue();
            Map<String, String> variables = Map.of("SMARTEMS_SIMULATOR_TK800_PASSWORD", "from environment");
            assertThat(acknowledged(configuration.withEnvironment(variables), other))
                    .isTrue();
            assertThat(acknowledged(configuration, other)).isFalse();
        }
    }

    @Test
    void routersHaveAnAddressOfTheirOwn() {
        try (ProtocolServer server = new ProtocolServer(Guard.digest("router", "secret"))) {
            List<SimulatedDevice> devices = configuration(Map.of(
                            "insecure", "true",
                            "devicesUrl", server.url("").toString(),
                            "tk800.prefix", "/router/other",
                            "mix", "tk800=1"))
                    .devices();

            assertThat(devices.get(0).checkIn().acknowledged()).isTrue();
            assertThat(server.last().target()).isEqualTo("/router/other/config");
        }
    }

    @Test
    void refusesAFileThatIsNoPropertiesFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("bad.properties"), "a=\\u12\n");

        assertThatThrownBy(() -> SimulatorConfiguration.read(file)).hasMessageContaining("bad.properties");
    }

    private static boolean acknowledged(SimulatorConfiguration configuration, ProtocolServer server) {
        try (SimulatedDevice device = configuration
                .with(Map.of("url", server.url("").toString()))
                .devices()
                .get(0)) {
            return device.checkIn().acknowledged();
        }
    }

    private static long gateways(Map<String, String> settings) {
        return profiles(settings).stream()
                .filter(profile -> profile.dialect() == Dialect.EDGE_GATEWAY)
                .count();
    }

    private static List<DeviceProfile> profiles(Map<String, String> settings) {
        return configuration(settings).devices().stream()
                .map(SimulatedDevice::profile)
                .toList();
    }

    private static SimulatorConfiguration configuration(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(LEAST);
        all.putAll(settings);
        return SimulatorConfiguration.of(all);
    }
}
