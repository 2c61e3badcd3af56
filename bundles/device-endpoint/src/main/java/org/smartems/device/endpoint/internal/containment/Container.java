// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.containment;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.device.endpoint.PlugIn;

/** Keeps what one plug-in does wrong from the rest of the system. Safe for use by many threads. */
public final class Container {

    private static final Logger LOG = LoggerFactory.getLogger(Container.class);
    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

    private final String id;
    private final PlugIn.Origin origin;
    private final Limits limits;
    private final Watchdog watchdog;
    private volatile Period period;
    private long lastReport = System.nanoTime() - QUIET_NANOS;

    /** A plug-in that nobody has called yet. */
    public Container(String id, PlugIn.Origin origin, Limits limits, Watchdog watchdog) {
        this.id = id;
        this.origin = origin;
        this.limits = limits;
        this.watchdog = watchdog;
        this.period = new Period(limits, watchdog);
    }

    /** What the plug-in is called. */
    public String id() {
        return id;
    }

    /**
     * Calls the plug-in on this thread.
     *
     * @param work calls it; a {@link PlatformFailure}, and any {@link PlatformException} but an INTERNAL one, is no
     *     fault of the plug-in
     * @param onStuck answers in place of a call that takes too long, on a thread of its own
     * @throws PlugInAway at once when the plug-in is busy or faulty
     * @throws PlugInFailure when it throws, or answers null
     * @throws PlugInStuck when the call took too long, after {@code onStuck} has ended
     */
    public <T> T call(Function<Call, T> work, Runnable onStuck) {
        Period present = period;
        Call call = new Call(this, present, watchdog, onStuck);
        if (present.isFaulty() || !call.begin()) {
            present.refused.increment();
            throw new PlugInAway(id, present.isFaulty() ? "is faulty until it is restarted" : "is busy");
        }
        T result;
        try {
            result = Objects.requireNonNull(work.apply(call), "the plug-in has answered null");
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            throw call.end() ? failure(present, e) : new PlugInStuck(id);
        } catch (Error e) {
            call.end();
            throw e;
        }
        if (!call.end()) {
            throw new PlugInStuck(id);
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
        return period.state(id, origin);
    }

    void isStuck(Call call, Period ofCall) {
        LOG.warn(
                "A call of {} takes longer than {} s and is given up",
                id,
                limits.time().toSeconds());
        long moment = watchdog.now() - limits.memory().toNanos();
        if (ofCall.addStuck(call, limits.stuck(), moment)) {
            LOG.error("{} was stuck {} times: its devices are sent away until it is restarted", id, limits.stuck());
        }
    }

    private RuntimeException failure(Period present, Throwable e) {
        if (e instanceof PlatformException meant
                && (meant.category() != ErrorCategory.INTERNAL || meant instanceof PlatformFailure)) {
            return meant;
        }
        present.addFault(reason(e));
        if (isReportDue()) {
            LOG.warn("{} has failed; further failures within a minute are only counted", id, e);
        }
        return new PlugInFailure(id, e);
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
