// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the calls that are inside, lets nobody in any more when told so, and waits until all have left. */
final class Gate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private int inside; // guarded by lock
    private boolean closed; // guarded by lock

    /** To be followed by {@link #leave}, unless it throws. */
    void enter() {
        lock.lock();
        try {
            if (closed) {
                throw Refusals.stopping();
            }
            inside++;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            inside--;
            left.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Lets nobody in any more, and waits for those inside, at most that long. */
    void close(long seconds) {
        lock.lock();
        try {
            closed = true;
            long nanos = TimeUnit.SECONDS.toNanos(seconds);
            while (inside > 0 && nanos > 0) {
                nanos = left.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
