// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTest {

    private static final String COMMAND = "{\"serialNumber\":\"EG/../1\",\"commandName\":\"update_config\","
            + "\"commandTransactionId\":\"3b0c1f0e-8d5e-4a55-9a3c-5d2f3c1b7a90\",\"config\":{\"ü\":\"a\\nb\"}}";

    @TempDir
    private Path directory;

    private final ProtocolServer server = new ProtocolServer(Guard.basic("user", "secret"));
    private final Endpoint endpoint =
            Endpoint.of(server.url("/x"), Credentials.basic("user", "secret"), Trust.insecure());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aGatewayGoesOnWhereItWasKilled() {
        server.next(Reply.json(COMMAND));
        // not closed, as if the process had been killed
        SimulatedDevice killed = device(Dialect.EDGE_GATEWAY, "EG/../1");
        killed.checkIn(Fault.COMMAND_CRITICAL);

        try (SimulatedDevice next = device(Dialect.EDGE_GATEWAY, "EG/../1")) {
            assertThat(next.state()).isEqualTo(killed.state());
            next.checkIn();
        }
        assertThat(server.last().body())
                .contains("\"commandStatus\":\"critical\"", "3b0c1f0e", "\"commandStatusErrorPid\":");
    }

    @Test
    void aRouterKeepsConfigsFirmwareAndUptime() {
        String firmware = server.file("/df/t/V3.0.0.bin", new byte[10]).toString();
        server.next(
                Reply.ok("configuration/startup-config", " startup ü\r\n# = :\n\n"),
                Reply.ok("configuration/running-config", "running"),
                Reply.ok("configuration/firmwareupdate", "URL=\"" + firmware + "\"\r\nBooloader=Ture\r\nMD5=\r\n"),
                Reply.ok("diagnose/senddiagnose", ""));
        DeviceState before;
        try (SimulatedDevice first = device(Dialect.TK800, "R1")) {
            for (int i = 0; i < 4; i++) {
                first.checkIn();
            }
            before = first.state();
        }

        try (SimulatedDevice next = device(Dialect.TK800, "R1")) {
            assertThat(next.state()).isEqualTo(before);
            assertThat(before.config()).contains(" startup ü\r\n# = :\n\n");
            assertThat(before.firmwareVersion()).isEqualTo("V3.0.0");
            assertThat(before.diagnosing()).isTrue();
            assertThat(before.checkIns()).isEqualTo(4);
        }
    }

    @Test
    void theSameSerialInTwoDialectsIsTwoDevices() throws IOException {
        device(Dialect.TK800, "S1").close();
        device(Dialect.EDGE_GATEWAY, "S1").close();

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aFleetWaitsForThePlannedCheckIn() throws InterruptedException {
        server.always(request -> Reply.nothing());
        FleetSettings hourly = FleetSettings.defaults();
        try (Fleet fleet = new Fleet(List.of(device(Dialect.TK800, "R1")), hourly.withLimit(1))) {
            fleet.start();
            fleet.awaitEnd(Duration.ofMinutes(2));
        }
        try (Fleet fleet =
                new Fleet(List.of(device(Dialect.TK800, "R1")), hourly.withDuration(Duration.ofMillis(200)))) {
            fleet.start();
            fleet.awaitEnd(Duration.ofMinutes(2));
            assertThat(fleet.figures().checkIns()).isZero();
        }
    }

    @Test
    void aFileThatIsNoStateIsNamed() throws IOException {
        Files.writeString(directory.resolve("tk800-R1.properties"), "firmwareVersion=1\n");

        assertThatThrownBy(() -> device(Dialect.TK800, "R1")).hasMessageContaining("tk800-R1.properties");
    }

    @Test
    void chanceGoesOnAfterARestart() {
        FaultRates rates = FaultRates.of(Map.of(Fault.SLOW, 0.5));
        DeviceOptions options = DeviceOptions.defaults().withFaults(rates).withStateDirectory(directory);
        DeviceProfile profile = DeviceProfile.of(Dialect.TK800, "R1");
        Endpoint dead = Endpoint.of(URI.create("http://127.0.0.1:1/x"), Credentials.none(), Trust.system());
        SimulatedDevice whole =
                new SimulatedDevice(profile, dead, DeviceOptions.defaults().withFaults(rates));
        for (int i = 0; i < 20; i++) {
            try (SimulatedDevice restarted = new SimulatedDevice(profile, dead, options)) {
                assertThat(restarted.checkIn().fault())
                        .isEqualTo(whole.checkIn().fault());
            }
        }
    }

    private SimulatedDevice device(Dialect dialect, String serial) {
        DeviceOptions options = DeviceOptions.defaults().withStateDirectory(directory);
        return new SimulatedDevice(DeviceProfile.of(dialect, serial), endpoint, options);
    }
}
