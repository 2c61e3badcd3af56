// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.plugin;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * How many calls are inside a plug-in. Those that come back from the platform go before those that begin: they have
 * cost something already. A plug-in that makes no progress is not waited for.
 */
final class Permits {

    /** The clock goes in steps: looking more often would tell nothing new. */
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition returning = lock.newCondition();
    private final Condition beginning = lock.newCondition();
    private final Map<Call, Long> holders = new IdentityHashMap<>();
    private final int most;
    private final long waitNanos;
    private final long progressNanos;
    private final LongSupplier clock;
    private int returningCalls;

    /**
     * Nobody is inside.
     *
     * @param clock nanoseconds in which the machine has really worked: a pause of all of it is no fault of a plug-in
     */
    Permits(Limits limits, LongSupplier clock) {
        this.clock = clock;
        this.most = limits.calls();
        this.waitNanos = limits.patience().toNanos();
        this.progressNanos = limits.progress().toNanos();
    }

    /** False when it is not worth waiting any longer. */
    boolean take(Call call, boolean returns) {
        lock.lock();
        returningCalls += returns ? 1 : 0;
        try {
            return await(returns) && holders.put(call, clock.getAsLong()) == null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            returningCalls -= returns ? 1 : 0;
            signal();
            lock.unlock();
        }
    }

    /** Does nothing when the call holds none. */
    void giveBack(Call call) {
        lock.lock();
        try {
            if (holders.remove(call) != null) {
                signal();
            }
        } finally {
            lock.unlock();
        }
    }

    int taken() {
        lock.lock();
        try {
            return holders.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean await(boolean returns) throws InterruptedException {
        long end = clock.getAsLong() + waitNanos;
        while (holders.size() >= most || !returns && returningCalls > 0) {
            long now = clock.getAsLong();
            long left = Math.min(end, youngest() + progressNanos) - now;
            if (left <= 0) {
                return false;
            }
            (returns ? returning : beginning).awaitNanos(Math.max(left, STEP_NANOS));
        }
        return true;
    }

    private long youngest() {
        long now = clock.getAsLong();
        return holders.values().stream().mapToLong(since -> since - now).max().orElse(0) + now;
    }

    /** Each one that goes on wakes the next, so that no free permit is overlooked. */
    private void signal() {
        if (holders.size() < most) {
            (returningCalls > 0 ? returning : beginning).signal();
        }
    }
}
