// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.persistence.Transactions;
import org.smartems.platform.job.JobState;
import org.smartems.platform.job.Jobs;
import org.smartems.platform.plugin.Containment;
import org.smartems.platform.plugin.Installed;
import org.smartems.platform.plugin.Limits;
import org.smartems.platform.plugin.PlugIn;
import org.smartems.platform.plugin.PlugInSource;
import org.smartems.spi.job.Job;

/** Runs each job at its interval, on one node at a time. */
@Component(
        service = {Jobs.class, PlugInSource.class},
        immediate = true)
public final class JobScheduler implements Jobs, PlugInSource {

    private static final Logger LOG = LoggerFactory.getLogger(JobScheduler.class);
    private static final int THREADS = 3;
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final JobLeases leases;
    private final Duration first;
    private final Duration stop;
    private final Containment containment = new Containment(Limits.standard());
    private final Installed<Job, Duration> jobs = new Installed<>("job", containment, JobScheduler::about);
    private final Map<Job, JobRun> runs = new ConcurrentHashMap<>();
    /** Removed ones whose tick goes on: it has a thread and the lease all the same. */
    private final Set<JobRun> leaving = ConcurrentHashMap.newKeySet();

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
        this(new JobLeases(transactions, UUID.randomUUID()), FIRST, STOP, LONG);
    }

    JobScheduler(JobLeases leases, Duration first, Duration stop, Duration patience) {
        this.stop = stop;
        this.leases = leases;
        this.first = first;
        // else it would keep the job, and with it the classes of a bundle that is gone
        workers.setRemoveOnCancelPolicy(true);
        long period = JobLeases.LEASE.dividedBy(3).toMillis();
        renewals.scheduleWithFixedDelay(this::renew, period, period, TimeUnit.MILLISECONDS);
        long look = patience.toMillis();
        renewals.scheduleWithFixedDelay(() -> relieve(patience), look, look, TimeUnit.MILLISECONDS);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addJob(Job job) {
        jobs.add(job);
        follow();
    }

    /** A tick under way is let to its end. */
    void removeJob(Job job) {
        jobs.remove(job);
        follow();
    }

    /** Of several jobs with one name only the first runs; when it goes, the next one does. */
    private synchronized void follow() {
        Set<Job> used = jobs.all().map(Installed.Entry::service).collect(Collectors.toSet());
        runs.values().removeIf(run -> {
            boolean gone = !used.contains(run.job());
            if (gone) {
                run.remove();
                leaving.add(run);
            }
            return gone;
        });
        jobs.all().filter(entry -> !runs.containsKey(entry.service())).forEach(entry -> {
            JobRun run = new JobRun(entry, leases, workers);
            runs.put(entry.service(), run);
            run.runIn(first);
        });
    }

    /** A job that does not end keeps its thread; the others get one in its place. */
    private void relieve(Duration patience) {
        List<String> busy = underWay()
                .filter(run -> run.isLong(patience))
                .map(JobRun::name)
                .sorted()
                .toList();
        int threads = THREADS + busy.size();
        if (threads > workers.getCorePoolSize()) {
            LOG.warn("Jobs that have been running for longer than {} s: {}", patience.toSeconds(), busy);
        }
        workers.setCorePoolSize(threads);
    }

    private Stream<JobRun> underWay() {
        leaving.removeIf(run -> !run.isUnderWay());
        return Stream.concat(runs.values().stream(), leaving.stream()).distinct();
    }

    @Override
    public List<PlugIn> plugIns() {
        return jobs.plugIns();
    }

    @Override
    public boolean restart(String id) {
        return jobs.restart(id);
    }

    private static Installed.About<Duration> about(Job job) {
        String name = job.name();
        Duration interval = job.interval();
        if (interval == null) {
            throw new IllegalStateException("it has no interval");
        }
        return new Installed.About<>(name, name, interval);
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
        containment.close();
    }

    @Override
    public List<JobState> states() {
        return leases.states().stream().map(this::withInterval).toList();
    }

    @Override
    public void run(String name) {
        runs.values().stream()
                .filter(run -> run.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new PlatformException(ErrorCategory.NOT_FOUND, "job.unknown", "This node has no job " + name))
                .runNow();
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

    void renew() {
        underWay().forEach(JobRun::renew);
    }
}
