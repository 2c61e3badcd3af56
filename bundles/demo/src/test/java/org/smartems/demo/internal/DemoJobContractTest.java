// SPDX-License-Identifier: Apache-2.0
package org.smartems.demo.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.smartems.spi.job.Job;
import org.smartems.testing.contract.JobContract;

/** What it asks devices for by chance is left out. */
class DemoJobContractTest implements JobContract {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private final List<String> done = new ArrayList<>();
    private final FakeDevices devices = new FakeDevices(done);

    private static final class Never extends Random {

        private static final long serialVersionUID = 1;

        @Override
        public int nextInt(int bound) {
            return 1;
        }
    }

    @BeforeEach
    void appear() {
        devices.add("DEMOR000001", false, false, NOW.minusSeconds(10), NOW.minusSeconds(10));
        devices.add("DEMOR000005", false, false, NOW.minusSeconds(10), NOW.minusSeconds(10));
    }

    @Override
    public Job job() {
        return new DemoJob(
                devices,
                kind -> kind == Kind.ROUTER ? Optional.of(new DemoJob.Place(FakeDevices.TYPE, 7)) : Optional.empty(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                new Never());
    }

    @Override
    public String state() {
        return done.toString();
    }
}
