// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.platform.internal.DatabaseFixture;
import org.smartems.platform.job.JobState;
import org.smartems.spi.job.Job;
import org.smartems.testing.Eventually;

class JobSchedulerTest extends DatabaseFixture {

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final JobScheduler one = node();
    private final JobScheduler other = node();

    @BeforeEach
    void clear() throws SQLException {
        sql("truncate platform_job");
    }

    @AfterEach
    void stop() throws InterruptedException {
        one.stop();
        other.stop();
    }

    @Test
    void oneNodeDoesAJobThatIsDue() throws Exception {
        AtomicInteger ticks = new AtomicInteger();
        Semaphore ended = new Semaphore(0);
        CountDownLatch go = new CountDownLatch(1);
        Job job = job("once", Duration.ofHours(1), () -> {
            go.await();
            ticks.incrementAndGet();
            ended.release();
        });
        one.addJob(job);
        other.addJob(job);
        Eventually.until("it runs", () -> states(one).get(0).running());
        go.countDown();
        ended.acquire();
        Eventually.until("it has ended", () -> !states(other).get(0).running());

        JobLeases third = new JobLeases(transactions, UUID.randomUUID());
        assertThat(third.take("once", Duration.ofHours(1))).isFalse();
        assertThat(ticks).hasValue(1);
        assertThat(states(one).get(0).interval()).contains(Duration.ofHours(1));
    }

    @Test
    void aFailureIsShownAndTriedAgain() {
        AtomicInteger ticks = new AtomicInteger();
        one.addJob(job("failing", Duration.ofSeconds(1), () -> {
            if (ticks.incrementAndGet() == 1) {
                throw new IllegalStateException("no luck\nat all");
            }
        }));
        Eventually.until("it has failed", () -> ticks.get() >= 1 && !states(one).isEmpty());
        Eventually.until(
                "it has failed and then succeeded",
                () -> ticks.get() >= 2 && states(one).get(0).failures() == 0);
        assertThat(states(one).get(0).failure()).isEmpty();
    }

    @Test
    void aFailureIsOneLine() {
        JobLeases leases = new JobLeases(transactions, UUID.randomUUID());
        assertThat(leases.take("x", Duration.ofHours(1))).isTrue();
        leases.end("x", java.util.Optional.of("no luck\nat all" + "!".repeat(2000)));
        JobState state = leases.states().get(0);
        assertThat(state.failures()).isOne();
        assertThat(state.failure().orElseThrow()).startsWith("no luck at all!").hasSize(1000);
    }

    @Test
    void anotherNodeTakesTheLeaseOfADeadOne() throws SQLException {
        JobLeases dead = new JobLeases(transactions, UUID.randomUUID());
        JobLeases living = new JobLeases(transactions, UUID.randomUUID());
        assertThat(dead.take("x", Duration.ofSeconds(1))).isTrue();
        assertThat(living.take("x", Duration.ofSeconds(1))).isFalse();

        sql("update platform_job set lease_until = now() - interval '1 second'");
        assertThat(living.take("x", Duration.ofSeconds(1))).isTrue();

        dead.end("x", java.util.Optional.of("late"));
        assertThat(living.states().get(0).running()).isTrue();
        assertThat(living.states().get(0).failure()).isEmpty();
    }

    @Test
    void aRemovedJobEndsItsTickAndRunsNoMore() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        Job job = job("removed", Duration.ofSeconds(1), () -> {
            begun.countDown();
            go.await();
            ended.incrementAndGet();
        });
        one.addJob(job);
        begun.await();
        one.removeJob(job);
        go.countDown();
        Eventually.until("the tick has ended", () -> ended.get() == 1);
        Eventually.until("the lease is given back", () -> !states(one).get(0).running());
    }

    private static List<JobState> states(JobScheduler scheduler) {
        return scheduler.states();
    }

    private static JobScheduler node() {
        return new JobScheduler(new JobLeases(transactions, UUID.randomUUID()), AT_ONCE);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static Job job(String name, Duration interval, Work work) {
        return new Job() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Duration interval() {
                return interval;
            }

            @Override
            public void run() throws Exception {
                work.run();
            }
        };
    }
}
