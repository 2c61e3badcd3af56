// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.plugin;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;

/** Keeps what one plug-in does wrong from the rest of the system. Safe for use by many threads. */
public final class Container {

    private static final Logger LOG = LoggerFactory.getLogger(Container.class);
    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

    private final PlugIn.Named named;
    private final Limits limits;
    private final Watchdog watchdog;
    private volatile Period period;
    private long lastReport = System.nanoTime() - QUIET_NANOS;

    /** A plug-in that nobody has called yet. */
    Container(PlugIn.Named named, Limits limits, Watchdog watchdog) {
        this.named = named;
        this.limits = limits;
        this.watchdog = watchdog;
        this.period = new Period(limits, watchdog);
    }

    /** What the plug-in is called. */
    public String id() {
        return named.id();
    }

    /**
     * Calls the plug-in on this thread.
     *
     * @param work calls it; a {@link PlatformFailure}, and any {@link PlatformException} but an INTERNAL one, is no
     *     fault of the plug-in
     * @param onStuck answers in place of a call that takes too long, on a thread of its own
     * @throws PlugInAway at once when the plug-in is busy or faulty
     * @throws PlugInFailure when it throws anything else, or answers null
     * @throws PlugInStuck when the call took too long, after {@code onStuck} has ended
     */
    public <T> T call(Function<Call, T> work, Runnable onStuck) {
        return call(work, onStuck, Container::isPassedOn);
    }

    private <T> T call(Function<Call, T> work, Runnable onStuck, Predicate<Throwable> isPassedOn) {
        Period present = period;
        Call call = new Call(this, present, watchdog, onStuck);
        if (present.isFaulty() || !call.begin()) {
            present.refused.increment();
            throw new PlugInAway(id(), present.isFaulty() ? "is faulty until it is restarted" : "is busy");
        }
        T result;
        try {
            result = Objects.requireNonNull(work.apply(call), "the plug-in has answered null");
        } catch (Exception | Error e) {
            if (!call.end()) {
                throw new PlugInStuck(id());
            }
            throw isPassedOn.test(e) ? passedOn(e) : failure(present, e);
        }
        if (!call.end()) {
            throw new PlugInStuck(id());
        }
        present.calls.increment();
        return result;
    }

    /** Forgets everything that was wrong. */
    public void restart() {
        period = new Period(limits, watchdog);
    }

    /** How the plug-in does. */
    public PlugIn state() {
        Period present = period;
        return present.state(named, present.present());
    }

    /** How a plug-in does that is not used. */
    PlugIn state(PlugIn.State state) {
        return period.state(named, state);
    }

    /** Counts a call that was made without {@link #call}, because it may take as long as it likes. */
    public void succeed() {
        period.calls.increment();
    }

    /** Counts something wrong that showed after the call, such as an answer that breaks a rule. */
    public void fail(String reason) {
        period.addFault(reason);
    }

    /**
     * Calls the plug-in on a thread that may be lost, and waits for it: for plug-ins that are called where the thread
     * still has something to do when the call takes too long, such as to answer a device.
     *
     * @param work calls it, without anything that belongs to the present thread
     * @throws PlugInAway when the plug-in is busy or faulty, and as soon as the call has taken too long: nobody has
     *     answered then in the place of the caller
     * @throws PlugInFailure when it throws whatever it may be, but for a {@link PlatformFailure}, or answers null
     */
    public <T> T callApart(Supplier<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            watchdog.apart(() -> answer(answer, work));
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlugInAway(id(), "was not waited for");
        } catch (RejectedExecutionException e) {
            throw new PlugInAway(id(), "is no longer called");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private <T> void answer(CompletableFuture<T> answer, Supplier<T> work) {
        try {
            Runnable onStuck = () -> answer.completeExceptionally(new PlugInAway(id(), "has taken too long"));
            answer.complete(call(call -> work.get(), onStuck, PlatformFailure.class::isInstance));
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
        }
    }

    void isStuck(Call call, Period ofCall) {
        LOG.warn("A call of {} {} and is given up", id(), call.excess());
        long moment = watchdog.now() - limits.memory().toNanos();
        if (ofCall.addStuck(call, limits, moment)) {
            LOG.error("{} was stuck {} times and is not called until it is restarted", id(), limits.stuck());
        }
    }

    /** What a plug-in may throw that calls the platform, and what is wrong with all of this Java. */
    private static boolean isPassedOn(Throwable e) {
        if (e instanceof VirtualMachineError) {
            return !(e instanceof StackOverflowError);
        }
        return e instanceof PlatformFailure
                || e instanceof PlatformException meant && meant.category() != ErrorCategory.INTERNAL;
    }

    private static RuntimeException passedOn(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return (RuntimeException) e;
    }

    private RuntimeException failure(Period present, Throwable e) {
        present.addFault(reason(e));
        if (isReportDue()) {
            LOG.warn("{} has failed; further failures within a minute are only counted", id(), e);
        }
        return new PlugInFailure(id(), e);
    }

    private static String reason(Throwable e) {
        String name = e.getClass().getSimpleName();
        return e.getMessage() == null ? name : name + ": " + e.getMessage();
    }

    private synchronized boolean isReportDue() {
        long now = System.nanoTime();
        if (now - lastReport < QUIET_NANOS) {
            return false;
        }
        lastReport = now;
        return true;
    }
}
