// SPDX-License-Identifier: Apache-2.0
package org.smartems.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DemoJobTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private final List<String> done = new ArrayList<>();
    private final FakeDevices devices = new FakeDevices(done);

    @Test
    void enablesADeviceThatHasAppeared() {
        devices.add("DEMOR000001", false, false, NOW.minusSeconds(10), NOW.minusSeconds(10));
        run(1, new NeverAsking());
        assertThat(done).containsExactly("enable DEMOR000001", "apply 7 DEMOR000001 [REINSTALL_CONFIG1]");
    }

    @Test
    void letsEveryFifthDeviceTryWhatIsNext() {
        devices.add("DEMOR000005", false, false, NOW.minusSeconds(10), NOW.minusSeconds(10));
        run(1, new NeverAsking());
        assertThat(done).containsExactly("edit DEMOR000005 enabled staging", "apply 7 DEMOR000005 [REINSTALL_CONFIG1]");
    }

    @Test
    void leavesAloneWhatIsNotOfTheDemoOrNotNew() {
        // only just there
        devices.add("DEMOR000002", false, false, NOW.minusSeconds(1), NOW.minusSeconds(1));
        // somebody else's, however it is named
        devices.add("XDEMOR000003", false, false, NOW.minusSeconds(10), NOW.minusSeconds(10));
        // not seen of late
        devices.add("DEMOR000004", false, false, NOW.minusSeconds(1000), NOW.minusSeconds(1000));
        // disabled by an operator
        devices.add("DEMOR000006", false, true, NOW.minusSeconds(10), NOW.minusSeconds(10));
        run(100, new Random(42));
        assertThat(done).isEmpty();
    }

    @Test
    void asksADeviceForSomethingNowAndThen() {
        devices.add("DEMOR000001", true, true, NOW.minusSeconds(1000), NOW.minusSeconds(10));
        devices.add("DEMOR000002", true, true, NOW.minusSeconds(1000), NOW.minusSeconds(1000));
        run(100, new Random(42));
        assertThat(done)
                .hasSizeBetween(5, 50)
                .contains("flag DEMOR000001 REQUEST_DIAGNOSE_DATA", "flag DEMOR000001 REINSTALL_CONFIG1")
                .allMatch(word -> word.startsWith("flag DEMOR000001 "));
    }

    @Test
    void goesOnWhenSomebodyElseWasQuicker() {
        devices.add("DEMOR000001", false, false, NOW.minusSeconds(10), NOW.minusSeconds(10));
        devices.add("DEMOR000002", false, false, NOW.minusSeconds(10), NOW.minusSeconds(10));
        devices.refuse("DEMOR000001");
        run(1, new NeverAsking());
        assertThat(done).containsExactly("enable DEMOR000002", "apply 7 DEMOR000002 [REINSTALL_CONFIG1]");
    }

    private void run(int times, Random random) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        DemoJob job = new DemoJob(devices, DemoJobTest::place, clock, random);
        assertThat(job.interval()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        for (int i = 0; i < times; i++) {
            job.run();
        }
    }

    private static Optional<DemoJob.Place> place(Kind kind) {
        return kind == Kind.ROUTER ? Optional.of(new DemoJob.Place(FakeDevices.TYPE, 7)) : Optional.empty();
    }

    /** The job asks a device when zero is drawn: here it only enables. */
    private static final class NeverAsking extends Random {

        private static final long serialVersionUID = 1;

        @Override
        public int nextInt(int bound) {
            return bound - 1;
        }
    }
}
