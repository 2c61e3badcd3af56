// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.ServiceConfigurationError;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.persistence.Transactions;
import org.smartems.platform.internal.DatabaseFixture;
import org.smartems.platform.internal.HookedTransactions;
import org.smartems.platform.job.JobState;
import org.smartems.platform.plugin.Containment;
import org.smartems.platform.plugin.Installed;
import org.smartems.platform.plugin.Limits;
import org.smartems.platform.plugin.PlugIn;
import org.smartems.spi.job.Job;
import org.smartems.testing.Eventually;

/** What one job does wrong is no matter of the others. */
class JobFaultsTest extends DatabaseFixture {

    private final JobScheduler one = new JobScheduler(
            new JobLeases(transactions, UUID.randomUUID()),
            Duration.ofMillis(1),
            Duration.ofSeconds(10),
            Duration.ofMillis(200));

    private final Containment containment = new Containment(Limits.standard());
    private final Queue<Runnable> scheduled = new ConcurrentLinkedQueue<>();
    /** Leaves it to the test when something runs. */
    private final ScheduledThreadPoolExecutor workers = new ScheduledThreadPoolExecutor(0) {
        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            scheduled.add(task);
            return super.schedule(() -> {}, 1, TimeUnit.DAYS);
        }
    };

    @BeforeEach
    void clear() throws SQLException {
        sql("truncate platform_job");
    }

    @AfterEach
    void stop() throws InterruptedException {
        one.stop();
        workers.shutdownNow();
        containment.close();
    }

    @Test
    void anErrorEndsNothingButTheTick() {
        List<Error> errors =
                List.of(new NoClassDefFoundError("gone"), new ServiceConfigurationError("none"), new AssertionError());
        for (int each = 0; each < errors.size(); each++) {
            Error error = errors.get(each);
            one.addJob(new TestJob("broken-" + each, Duration.ofSeconds(1), () -> {
                throw error;
            }));
        }
        Eventually.until(
                "all are tried again",
                () -> one.states().stream().filter(job -> job.failures() >= 2).count() == errors.size());
        assertThat(one.plugIns())
                .allSatisfy(job -> assertThat(job.counts().faults()).isPositive());
    }

    @Test
    void aJobWithoutAnIntervalHoldsNoOtherUp() {
        AtomicInteger ticks = new AtomicInteger();
        one.addJob(new TestJob("a-broken", null, () -> {}));
        one.addJob(new TestJob("good", Duration.ofHours(1), ticks::incrementAndGet));
        Eventually.until("the good one runs", () -> ticks.get() == 1);
        assertThat(one.plugIns())
                .extracting(PlugIn::state)
                .containsExactly(PlugIn.State.SERVING, PlugIn.State.UNUSABLE);
    }

    @Test
    void aJobThatDoesNotEndHoldsNoOtherUp() throws Exception {
        CountDownLatch lock = new CountDownLatch(1);
        for (String name : List.of("stuck-1", "stuck-2", "stuck-3", "stuck-4")) {
            one.addJob(new TestJob(name, Duration.ofHours(1), lock::await));
        }
        Semaphore ended = new Semaphore(0);
        one.addJob(new TestJob("good", Duration.ofHours(1), ended::release));
        ended.acquire();
        lock.countDown();
    }

    @Test
    void aJobThatIsRemovedWhileItDoesNotEndHoldsNoOtherUp() throws Exception {
        CountDownLatch lock = new CountDownLatch(1);
        List<Job> stuck = Stream.of("stuck-1", "stuck-2", "stuck-3")
                .<Job>map(name -> new TestJob(name, Duration.ofHours(1), lock::await))
                .toList();
        stuck.forEach(one::addJob);
        Eventually.until(
                "all are stuck",
                () -> one.states().stream().filter(JobState::running).count() == stuck.size());
        stuck.forEach(one::removeJob);
        AtomicInteger ticks = new AtomicInteger();
        one.addJob(new TestJob("good", Duration.ofHours(1), ticks::incrementAndGet));
        Eventually.until("the good one runs", () -> ticks.get() == 1);

        sql("update platform_job set lease_until = now() + interval '1 second' where name = 'stuck-1'");
        one.renew();
        JobLeases next = new JobLeases(transactions, UUID.randomUUID());
        assertThat(next.take("stuck-1", Duration.ofSeconds(1)))
                .as("its lease goes on")
                .isGreaterThan(Duration.ofSeconds(30));
        lock.countDown();
    }

    @Test
    void countsTheFailuresOfAJob() {
        one.addJob(new TestJob("failing", Duration.ofSeconds(1), () -> {
            throw new IllegalStateException("no luck");
        }));
        Eventually.until("it has failed", () -> one.plugIns().get(0).counts().faults() > 0);
        assertThat(one.plugIns().get(0).lastFault().orElseThrow().reason()).contains("no luck");
        assertThat(one.plugIns().get(0).id()).isEqualTo("job:failing");
    }

    @Test
    void wantingAJobThatIsJustBeginningMakesNoSecondOneOfIt() {
        AtomicInteger ticks = new AtomicInteger();
        JobRun run = run(new TestJob("wanted", Duration.ofHours(1), ticks::incrementAndGet), transactions);
        run.runIn(Duration.ZERO);
        Runnable taken = scheduled.remove();
        run.runNow();
        taken.run();
        scheduled.remove().run();
        assertThat(ticks).hasValue(1);
        assertThat(scheduled).as("the next of the one that is left").hasSize(1);
        run.remove();
        scheduled.remove().run();
        assertThat(scheduled).isEmpty();
    }

    @Test
    void whoWantsAJobIsNotForgottenWhileTheDatabaseIsAway() {
        AtomicInteger ticks = new AtomicInteger();
        AtomicBoolean away = new AtomicBoolean();
        Transactions cut = new HookedTransactions(transactions, call -> {
            if (away.get()) {
                throw new DatabaseUnavailable("away", null);
            }
        });
        JobRun run = run(new TestJob("wanted", Duration.ofHours(1), ticks::incrementAndGet), cut);
        run.runNow();
        scheduled.remove().run();
        away.set(true);
        run.runNow();
        scheduled.poll();
        scheduled.remove().run();
        assertThat(ticks).hasValue(1);
        away.set(false);
        scheduled.remove().run();
        assertThat(ticks).as("it is not due").hasValue(2);
    }

    private JobRun run(Job job, Transactions known) {
        Installed<Job, Duration> jobs =
                new Installed<>("job", containment, it -> new Installed.About<>(it.name(), it.name(), it.interval()));
        jobs.add(job);
        JobLeases leases = new JobLeases(known, UUID.randomUUID());
        return new JobRun(jobs.find(job.name()).orElseThrow(), leases, workers);
    }
}
