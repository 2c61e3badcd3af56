// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FleetTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    private final ProtocolServer server = new ProtocolServer(Guard.digest("router", "secret"));
    private final Endpoint endpoint =
            Endpoint.of(server.url("/router/tk800"), Credentials.digest("router", "secret"), Trust.insecure());
    private final Map<String, LongAdder> answered = new ConcurrentHashMap<>();

    FleetTest() {
        server.always(request -> {
            answered.computeIfAbsent(request.form().get("Serial"), serial -> new LongAdder())
                    .increment();
            return Reply.nothing();
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aThousandDevicesCheckInAndNoAnswerIsLost() throws InterruptedException {
        Queue<CheckIn> told = new ConcurrentLinkedQueue<>();
        FleetSettings settings = FleetSettings.flatOut(16).withLimit(1500);
        try (Fleet fleet = new Fleet(routers(1000, DeviceOptions.defaults()), settings, told::add)) {
            fleet.start();
            assertThat(fleet.awaitEnd(LONG)).isTrue();

            Map<SimulatedDevice, Long> acknowledged = fleet.acknowledged();
            assertThat(acknowledged).hasSize(1000);
            acknowledged.forEach((device, count) -> assertThat(count)
                    .as(device.profile().serial())
                    .isPositive()
                    .isEqualTo(answered.get(device.profile().serial()).sum()));
            Figures figures = fleet.figures();
            assertThat(told).hasSize(1500);
            assertThat(figures.checkIns()).isEqualTo(1500);
            assertThat(figures.acknowledged()).isEqualTo(1500);
            assertThat(figures.answers()).containsOnly(Map.entry(AnswerKind.NO_CHANGE, 1500L));
            assertThat(figures.unexpected()).isZero();
            assertThat(figures.connections()).isEqualTo(1500);
            assertThat(figures.resumptions()).isEqualTo(500);
            assertThat(figures.latency().p50())
                    .isPositive()
                    .isLessThanOrEqualTo(figures.latency().p99());
        }
    }

    @Test
    void faultsHappenAtTheirRatesAndAreEqualForEqualSeeds() throws InterruptedException {
        FaultRates rates =
                FaultRates.of(Map.of(Fault.CUT_ANSWER, 0.2, Fault.WRONG_PASSWORD, 0.2, Fault.CUT_REQUEST, 0.1));
        List<Fault> first = faults(rates, 7);

        assertThat(faults(rates, 7)).isEqualTo(first);
        assertThat(faults(rates, 8)).isNotEqualTo(first);
        assertThat(first.stream().filter(Fault.CUT_ANSWER::equals).count()).isBetween(100L, 300L);
        assertThat(first.stream().filter(Fault.NONE::equals).count()).isBetween(350L, 650L);
    }

    @Test
    void faultyDevicesAreCountedAsExpected() throws InterruptedException {
        FaultRates rates = FaultRates.of(Map.of(Fault.CUT_UNANSWERED, 0.2, Fault.WRONG_PASSWORD, 0.2, Fault.SLOW, 0.2));
        Endpoint hasty = endpoint.with(new ConnectionPolicy(true, true, Duration.ofSeconds(30), Duration.ofMillis(10)));
        List<SimulatedDevice> devices =
                routers(20, hasty, DeviceOptions.defaults().withFaults(rates));
        try (Fleet fleet = new Fleet(devices, FleetSettings.flatOut(4).withLimit(200))) {
            fleet.start();
            fleet.awaitEnd(LONG);

            assertThat(fleet.figures().unexpected()).isZero();
            assertThat(fleet.figures().faults())
                    .containsOnlyKeys(Fault.CUT_UNANSWERED, Fault.SLOW, Fault.WRONG_PASSWORD);
            assertThat(fleet.figures().answers())
                    .containsOnlyKeys(AnswerKind.CUT, AnswerKind.REFUSED, AnswerKind.NO_CHANGE);
        }
    }

    @Test
    void aDeviceThatHasSomethingToReportDoesNotWaitForItsInterval() throws InterruptedException {
        server.next(Reply.ok("configuration/startup-config", "config"));
        FleetSettings settings = new FleetSettings(
                Duration.ofHours(1), 0, Duration.ZERO, Duration.ofMillis(1), 1, OptionalLong.of(2), Optional.empty());
        try (Fleet fleet = new Fleet(routers(1, DeviceOptions.defaults()), settings)) {
            fleet.start();

            assertThat(fleet.awaitEnd(LONG)).isTrue();
            assertThat(server.last().form()).containsEntry("config", "config");
        }
    }

    @Test
    void aDeviceThatIsSentAwayComesWhenItIsToldTo() throws InterruptedException {
        server.next(Reply.of(503, "", "").with("Retry-After", "1"));
        FleetSettings settings = new FleetSettings(
                Duration.ofHours(1), 0, Duration.ZERO, Duration.ofHours(1), 1, OptionalLong.of(2), Optional.empty());
        try (Fleet fleet = new Fleet(routers(1, DeviceOptions.defaults()), settings)) {
            fleet.start();

            assertThat(fleet.awaitEnd(LONG)).isTrue();
            assertThat(fleet.acknowledged().values()).containsExactly(1L);
        }
    }

    @Test
    void theFailureOfAListenerEndsTheFleet() throws InterruptedException {
        CheckInListener broken = checkIn -> {
            throw new IllegalStateException("disk full");
        };
        try (Fleet fleet = new Fleet(routers(3, DeviceOptions.defaults()), FleetSettings.flatOut(2), broken)) {
            fleet.start();

            assertThatThrownBy(() -> fleet.awaitEnd(LONG)).hasRootCauseMessage("disk full");
        }
    }

    @Test
    void endsAfterItsDuration() throws InterruptedException {
        FleetSettings settings = FleetSettings.flatOut(1).withDuration(Duration.ofMillis(50));
        try (Fleet fleet = new Fleet(routers(1, DeviceOptions.defaults()), settings)) {
            fleet.start();

            assertThat(fleet.awaitEnd(LONG)).isTrue();
        }
    }

    @Test
    void showsWhatIsUnexpected() throws InterruptedException {
        server.always(request -> Reply.of(500, "", ""));
        try (Fleet fleet = new Fleet(
                routers(1, DeviceOptions.defaults()), FleetSettings.flatOut(1).withLimit(12))) {
            fleet.start();
            fleet.awaitEnd(LONG);

            assertThat(fleet.figures().unexpected()).isEqualTo(12);
            assertThat(fleet.figures().examples())
                    .hasSize(10)
                    .first()
                    .isEqualTo("tk800 R0000 check-in 1: status status 500");
            assertThat(fleet.acknowledged().values()).containsExactly(0L);
        }
    }

    private List<Fault> faults(FaultRates rates, long seed) {
        DeviceOptions options = DeviceOptions.defaults().withFaults(rates).withSeed(seed);
        Endpoint dead = Endpoint.of(URI.create("http://127.0.0.1:1/r"), Credentials.none(), Trust.system());
        SimulatedDevice device = new SimulatedDevice(DeviceProfile.of(Dialect.TK800, "R1"), dead, options);
        return IntStream.range(0, 1000).mapToObj(i -> device.checkIn().fault()).toList();
    }

    private List<SimulatedDevice> routers(int number, DeviceOptions options) {
        return routers(number, endpoint, options);
    }

    private static List<SimulatedDevice> routers(int number, Endpoint endpoint, DeviceOptions options) {
        return IntStream.range(0, number)
                .mapToObj(i -> DeviceProfile.of(Dialect.TK800, String.format(Locale.ROOT, "R%04d", i)))
                .map(profile -> new SimulatedDevice(profile, endpoint, options))
                .toList();
    }
}
