// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.job;

import java.util.Optional;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.spi.job.Job;

/** A job on this node: asks with each interval whether it is due, and does it then. */
final class JobRun implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);

    private final Job job;
    private final JobLeases leases;
    private volatile boolean running;
    private Future<?> schedule;
    private String reported = "";

    JobRun(Job job, JobLeases leases) {
        this.job = job;
        this.leases = leases;
    }

    synchronized void scheduled(Future<?> future) {
        schedule = future;
    }

    synchronized void cancel() {
        if (schedule != null) {
            schedule.cancel(false);
        }
    }

    @Override
    public void run() {
        try {
            if (leases.take(job.name(), job.interval())) {
                tick();
            }
        } catch (DatabaseUnavailable e) {
            LOG.debug("Job {} waits for the database", job.name(), e);
        } catch (RuntimeException e) {
            LOG.warn("Job {} could not be begun or ended", job.name(), e);
        }
    }

    /** While it runs, so that no other node takes it for dead. */
    void renew() {
        if (!running) {
            return;
        }
        try {
            leases.renew(job.name());
        } catch (RuntimeException e) {
            LOG.debug("The lease of job {} is not renewed", job.name(), e);
        }
    }

    private void tick() {
        running = true;
        Optional<String> failure = Optional.empty();
        try {
            job.run();
            reported = "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = Optional.of("interrupted");
        } catch (Exception | LinkageError | StackOverflowError e) {
            failure = Optional.of(e.toString());
            report(e);
        } finally {
            running = false;
        }
        leases.end(job.name(), failure);
    }

    /** The same failure is reported once, not with every tick. */
    private void report(Throwable failure) {
        if (failure instanceof DatabaseUnavailable || failure.toString().equals(reported)) {
            LOG.debug("Job {} failed again", job.name(), failure);
            return;
        }
        reported = failure.toString();
        LOG.warn("Job {} failed and is tried again in {}", job.name(), job.interval(), failure);
    }
}
