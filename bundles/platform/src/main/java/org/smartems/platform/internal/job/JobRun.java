// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.job;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.platform.plugin.Container;
import org.smartems.platform.plugin.Installed;
import org.smartems.spi.job.Job;

/** A job on this node: asks whether it is due, does it then, and asks again when it may be due next. */
final class JobRun {

    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Job job;
    private final Container container;
    private final String name;
    private final Duration interval;
    private final JobLeases leases;
    private final ScheduledExecutorService workers;
    private volatile boolean running;
    private volatile long startedAt;
    private boolean removed;
    private boolean attempting;
    private boolean wanted;
    private Future<?> next;
    /** Which of those that were scheduled counts: one that a thread has taken cannot be cancelled any more. */
    private Object turn = new Object();

    private String reported = "";

    JobRun(Installed.Entry<Job, Duration> entry, JobLeases leases, ScheduledExecutorService workers) {
        this.job = entry.service();
        this.container = entry.container();
        this.name = entry.id();
        this.interval = longer(entry.description(), SHORTEST);
        this.leases = leases;
        this.workers = workers;
    }

    Job job() {
        return job;
    }

    /** Whether its tick has not ended for a while. */
    boolean isLong(Duration patience) {
        return running && System.nanoTime() - startedAt > patience.toNanos();
    }

    String name() {
        return name;
    }

    Duration interval() {
        return interval;
    }

    synchronized void runIn(Duration wait) {
        if (removed) {
            return;
        }
        Object latest = new Object();
        turn = latest;
        try {
            next = workers.schedule(() -> run(latest), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Job {} runs no more: this node stops", name, e);
        }
    }

    /** A tick under way is let to its end. */
    synchronized void remove() {
        removed = true;
        if (next != null) {
            next.cancel(false);
        }
    }

    /** Whether a thread is at it. */
    synchronized boolean isUnderWay() {
        return attempting;
    }

    /** At once instead of when it is due. */
    synchronized void runNow() {
        if (attempting) {
            throw new PlatformException(ErrorCategory.CONFLICT, "job.running", "Job " + name + " is running");
        }
        if (next != null) {
            next.cancel(false);
        }
        wanted = true;
        runIn(Duration.ZERO);
    }

    private void run(Object mine) {
        if (!begin(mine)) {
            return;
        }
        Duration wait = interval;
        try {
            wait = attempt();
        } finally {
            end(longer(wait, SHORTEST));
        }
    }

    /** False for one that was replaced or removed when a thread had just taken it. */
    private synchronized boolean begin(Object mine) {
        if (removed || mine != turn) {
            return false;
        }
        attempting = true;
        return true;
    }

    private synchronized void end(Duration wait) {
        attempting = false;
        runIn(wait);
    }

    /** Who wants it is not forgotten before the database has answered. */
    private Duration take() {
        Duration wait = leases.take(name, isWanted() ? Duration.ZERO : interval);
        forgetWish();
        return wait;
    }

    private synchronized boolean isWanted() {
        return wanted;
    }

    private synchronized void forgetWish() {
        wanted = false;
    }

    /** While it runs, so that no other node takes it for dead. */
    void renew() {
        if (!running) {
            return;
        }
        try {
            leases.renew(name);
        } catch (RuntimeException e) {
            LOG.debug("The lease of job {} is not renewed", name, e);
        }
    }

    private Duration attempt() {
        try {
            Duration wait = take();
            if (!wait.isZero()) {
                return wait.compareTo(interval) < 0 ? wait : interval;
            }
            tick();
            return interval;
        } catch (DatabaseUnavailable e) {
            LOG.debug("Job {} waits for the database", name, e);
            return SHORTEST;
        } catch (RuntimeException e) {
            report("could not be begun or ended", e);
            return interval;
        }
    }

    private void tick() {
        startedAt = System.nanoTime();
        running = true;
        boolean interrupted = false;
        Optional<String> failure = Optional.empty();
        try {
            job.run();
            reported = "";
            container.succeed();
        } catch (InterruptedException e) {
            interrupted = true;
            failure = Optional.of("interrupted");
        } catch (Exception | Error e) {
            failure = Optional.of(e.toString());
            container.fail(e.toString());
            report("failed", e);
        } finally {
            running = false;
        }
        try {
            leases.end(name, failure);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The same failure is reported once, not with every tick. */
    private void report(String what, Throwable failure) {
        if (failure instanceof DatabaseUnavailable || failure.toString().equals(reported)) {
            LOG.debug("Job {} {} again", name, what, failure);
            return;
        }
        reported = failure.toString();
        LOG.warn("Job {} {} and is tried again in {}", name, what, interval, failure);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
