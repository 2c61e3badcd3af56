// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.persistence.Transactions;
import org.smartems.platform.job.JobState;
import org.smartems.platform.job.Jobs;
import org.smartems.spi.job.Job;

/** Runs each job at its interval, on one node at a time. */
@Component(immediate = true)
public final class JobScheduler implements Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(JobScheduler.class);
    private static final int THREADS = 3;
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final JobLeases leases;
    private final Duration first;
    private final Duration stop;
    private final Map<Job, JobRun> runs = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor workers =
            new ScheduledThreadPoolExecutor(THREADS, task -> new Thread(task, "smartems-jobs"));
    /** Of its own: a lease must be renewed while every worker is busy. */
    private final ScheduledExecutorService renewals =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "smartems-job-leases"));

    /** Active once the tables are there, which the unit tells. */
    @Activate
    public JobScheduler(
            @Reference Transactions transactions,
            @Reference(target = "(osgi.unit.name=platform)") EntityManagerFactory unit) {
        this(new JobLeases(transactions, UUID.randomUUID()), FIRST, STOP);
    }

    JobScheduler(JobLeases leases, Duration first, Duration stop) {
        this.stop = stop;
        this.leases = leases;
        this.first = first;
        // else it would keep the job, and with it the classes of a bundle that is gone
        workers.setRemoveOnCancelPolicy(true);
        long period = JobLeases.LEASE.dividedBy(3).toMillis();
        renewals.scheduleWithFixedDelay(this::renew, period, period, TimeUnit.MILLISECONDS);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addJob(Job job) {
        JobRun run = new JobRun(job, leases, workers);
        runs.put(job, run);
        run.runIn(first);
    }

    /** A tick under way is let to its end. */
    void removeJob(Job job) {
        JobRun run = runs.remove(job);
        if (run != null) {
            run.remove();
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        runs.values().forEach(JobRun::remove);
        workers.shutdown();
        if (!workers.awaitTermination(stop.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("Jobs are interrupted: they have not ended within {}", stop);
            workers.shutdownNow();
        }
        renewals.shutdownNow();
    }

    @Override
    public List<JobState> states() {
        return leases.states().stream().map(this::withInterval).toList();
    }

    private JobState withInterval(JobState state) {
        Optional<Duration> interval = runs.values().stream()
                .filter(run -> run.name().equals(state.name()))
                .map(JobRun::interval)
                .findFirst();
        return new JobState(
                state.name(),
                interval,
                state.running(),
                state.startedAt(),
                state.endedAt(),
                state.failures(),
                state.failure());
    }

    private void renew() {
        runs.values().forEach(JobRun::renew);
    }
}
