// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.platform.internal.DatabaseFixture;
import org.smartems.platform.internal.HookedTransactions;
import org.smartems.platform.job.JobState;
import org.smartems.platform.plugin.PlugIn;
import org.smartems.spi.job.Job;
import org.smartems.testing.Eventually;

class JobSchedulerTest extends DatabaseFixture {

    private static final Duration SHORT = Duration.ofSeconds(10);
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private static final Duration PATIENCE = Duration.ofMillis(200);

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
        Job job = new TestJob("once", Duration.ofHours(1), () -> {
            go.await();
            ticks.incrementAndGet();
            ended.release();
        });
        one.addJob(job);
        other.addJob(job);
        Eventually.until("it runs", () -> states(one).stream().anyMatch(JobState::running));
        go.countDown();
        ended.acquire();

        JobLeases third = new JobLeases(transactions, UUID.randomUUID());
        Eventually.until(
                "it has ended", () -> third.take("once", Duration.ofHours(1)).compareTo(Duration.ofMinutes(30)) > 0);
        assertThat(third.take("once", Duration.ofHours(1))).isLessThanOrEqualTo(Duration.ofHours(1));
        assertThat(ticks).hasValue(1);
        assertThat(states(one).get(0).interval()).contains(Duration.ofHours(1));
    }

    @Test
    void aFailureIsShownAndTriedAgain() {
        AtomicInteger ticks = new AtomicInteger();
        AtomicBoolean lucky = new AtomicBoolean();
        one.addJob(new TestJob("failing", Duration.ofSeconds(1), () -> {
            ticks.incrementAndGet();
            if (!lucky.get()) {
                throw new IllegalStateException("no luck");
            }
        }));
        Eventually.until("it has failed twice", () -> states(one).stream().anyMatch(job -> job.failures() >= 2));
        assertThat(states(other).get(0).failure()).contains("java.lang.IllegalStateException: no luck");
        assertThat(states(other).get(0).interval()).isEmpty();
        assertThat(ticks).hasValueGreaterThanOrEqualTo(2);

        lucky.set(true);
        Eventually.until("it has succeeded", () -> states(one).get(0).failures() == 0);
        assertThat(states(one).get(0).failure()).isEmpty();
    }

    @Test
    void waitsForADatabaseThatIsAway() throws Exception {
        AtomicBoolean away = new AtomicBoolean(true);
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger ticks = new AtomicInteger();
        JobLeases cut = new JobLeases(
                new HookedTransactions(transactions, call -> {
                    asked.incrementAndGet();
                    if (away.get()) {
                        throw new DatabaseUnavailable("away", null);
                    }
                }),
                UUID.randomUUID());
        JobScheduler node = new JobScheduler(cut, AT_ONCE, SHORT, PATIENCE);
        try {
            node.addJob(new TestJob("patient", Duration.ofHours(1), ticks::incrementAndGet));
            Eventually.until("it has asked in vain", () -> asked.get() > 0);
            assertThatThrownBy(node::states).isInstanceOf(DatabaseUnavailable.class);
            assertThat(ticks).hasValue(0);
            away.set(false);
            Eventually.until("it has run", () -> ticks.get() == 1);
        } finally {
            node.stop();
        }
    }

    @Test
    void runsAJobThatIsNotDueWhenSomebodyWantsIt() throws Exception {
        AtomicInteger ticks = new AtomicInteger();
        Semaphore go = new Semaphore(1);
        one.addJob(new TestJob("wanted", Duration.ofHours(1), () -> {
            go.acquire();
            ticks.incrementAndGet();
        }));
        Eventually.until("it has run and waits", () -> isWaiting("wanted") && ticks.get() == 1);
        one.run("wanted");
        Eventually.until("it runs again", () -> states(one).get(0).running());
        assertThatThrownBy(() -> one.run("wanted")).hasMessage("Job wanted is running");
        go.release();
        Eventually.until("it has run again", () -> isWaiting("wanted") && ticks.get() == 2);
        assertThatThrownBy(() -> one.run("none")).hasMessage("This node has no job none");
    }

    private boolean isWaiting(String name) {
        return states(one).stream()
                .anyMatch(job -> job.name().equals(name) && job.endedAt().isPresent() && !job.running());
    }

    @Test
    void asksAgainWhenTheJobIsDueAndNotAnIntervalLater() throws Exception {
        AtomicInteger ticks = new AtomicInteger();
        sql("insert into platform_job (name, ended_at) values ('due', now() - interval '1 hour' + interval '1 s')");
        one.addJob(new TestJob("due", Duration.ofHours(1), ticks::incrementAndGet));
        Eventually.until("it has run", () -> ticks.get() == 1);
    }

    @Test
    void takesTheLeaseOfADeadNodeWhenItEndsAndNotAnIntervalLater() throws Exception {
        AtomicInteger ticks = new AtomicInteger();
        sql("insert into platform_job (name, node, started_at, lease_until) values"
                + " ('left', gen_random_uuid(), now(), now() + interval '1 s')");
        one.addJob(new TestJob("left", Duration.ofHours(1), ticks::incrementAndGet));
        Eventually.until("it has run", () -> ticks.get() == 1);
    }

    @Test
    void aTickIsInterruptedWhenTheServerStopsAndSaysSo() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        JobScheduler node =
                new JobScheduler(new JobLeases(transactions, UUID.randomUUID()), AT_ONCE, AT_ONCE, PATIENCE);
        node.addJob(new TestJob("endless", Duration.ofHours(1), () -> {
            begun.countDown();
            new CountDownLatch(1).await();
        }));
        begun.await();
        node.stop();
        Eventually.until("the lease is given back", () -> !states(other).get(0).running());
        assertThat(states(other).get(0).failure()).contains("interrupted");
    }

    @Test
    void aFailureIsOneLine() {
        JobLeases leases = new JobLeases(transactions, UUID.randomUUID());
        assertThat(leases.take("x", Duration.ofHours(1))).isZero();
        leases.end("x", Optional.of("no luck\nat all" + "!".repeat(2000)));
        JobState state = leases.states().get(0);
        assertThat(state.failures()).isOne();
        assertThat(state.failure().orElseThrow()).startsWith("no luck at all!").hasSize(1000);
    }

    @Test
    void anotherNodeTakesTheLeaseOfADeadOne() throws SQLException {
        JobLeases dead = new JobLeases(transactions, UUID.randomUUID());
        JobLeases living = new JobLeases(transactions, UUID.randomUUID());
        assertThat(dead.take("x", Duration.ofSeconds(1))).isZero();
        assertThat(living.take("x", Duration.ofSeconds(1))).isPositive();

        sql("update platform_job set lease_until = now() - interval '1 second'");
        assertThat(living.take("x", Duration.ofSeconds(1))).isZero();

        dead.end("x", Optional.of("late"));
        assertThat(living.states().get(0).running()).isTrue();
        assertThat(living.states().get(0).failure()).isEmpty();
    }

    @Test
    void aRemovedJobEndsItsTickAndRunsNoMore() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        Job job = new TestJob("removed", Duration.ofSeconds(1), () -> {
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
        sql("update platform_job set ended_at = now() - interval '1 day'");
        other.addJob(new TestJob("removed", Duration.ofSeconds(1), ended::incrementAndGet));
        Eventually.until("it is done elsewhere", () -> ended.get() == 2);
    }

    @Test
    void ofTwoJobsWithOneNameTheFirstRuns() {
        AtomicInteger ticks = new AtomicInteger();
        AtomicInteger others = new AtomicInteger();
        Job first = new TestJob("same", Duration.ofSeconds(1), ticks::incrementAndGet);
        one.addJob(first);
        one.addJob(new TestJob("same", Duration.ofSeconds(1), others::incrementAndGet));
        Eventually.until("it runs again", () -> ticks.get() >= 2);
        assertThat(others).hasValue(0);
        assertThat(one.plugIns())
                .extracting(PlugIn::state)
                .containsExactly(PlugIn.State.SERVING, PlugIn.State.DUPLICATE);
        one.removeJob(first);
        Eventually.until("the other one runs", () -> others.get() > 0);
    }

    private static List<JobState> states(JobScheduler scheduler) {
        return scheduler.states();
    }

    private static JobScheduler node() {
        return new JobScheduler(new JobLeases(transactions, UUID.randomUUID()), AT_ONCE, SHORT, PATIENCE);
    }
}
