// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.plugin;

import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** One call of a plug-in, on the thread that has made it; the watchdog looks at it from another. */
public final class Call {

    private enum State {
        INSIDE,
        OUTSIDE,
        ABANDONED,
        ENDED
    }

    private final Container container;
    private final Period period;
    private final Watchdog watchdog;
    private final Runnable onStuck;
    private final Thread thread = Thread.currentThread();
    private final CountDownLatch answered = new CountDownLatch(1);
    private State state = State.INSIDE;
    private long usedNanos;
    private long enteredAt;
    private long stuckSince;
    private boolean ended;
    /** Of the thread at the first look since it is inside; negative before. */
    private long allocatedBefore = -1;

    private String excess = "";

    Call(Container container, Period period, Watchdog watchdog, Runnable onStuck) {
        this.container = container;
        this.period = period;
        this.watchdog = watchdog;
        this.onStuck = onStuck;
    }

    /**
     * Leaves the plug-in while the platform works: others may use its place, and its time stands still.
     *
     * @throws PlugInAway when there is no place to come back to; the work is done then
     */
    public <T> T outside(Supplier<T> work) {
        leave();
        boolean hasPlace;
        T result;
        try {
            result = work.get();
        } finally {
            hasPlace = comeBack();
        }
        if (!hasPlace) {
            throw new PlugInAway(container.id(), "is busy");
        }
        return result;
    }

    /**
     * Enters the plug-in again during {@link #outside}.
     *
     * @throws PlugInAway when there is no place
     * @throws PlugInStuck when the plug-in has used its time up
     */
    public <T> T inside(Supplier<T> work) {
        expect(State.OUTSIDE);
        if (!period.permits.take(this, true)) {
            throw new PlugInAway(container.id(), "is busy");
        }
        enter();
        try {
            return work.get();
        } finally {
            leave();
        }
    }

    /** False when there is no place. */
    boolean begin() {
        if (!period.permits.take(this, false)) {
            return false;
        }
        enteredAt = watchdog.now();
        watchdog.watch(this);
        return true;
    }

    /** False when the call was abandoned; waits until whoever answers for it has done so. */
    boolean end() {
        watchdog.forget(this);
        period.permits.giveBack(this);
        synchronized (this) {
            ended = true;
            if (state != State.ABANDONED) {
                state = State.ENDED;
                return true;
            }
        }
        // The interrupt was meant for the plug-in, not for whatever this thread does next.
        Thread.interrupted();
        awaitAnswer();
        return false;
    }

    /** Asked by the watchdog: abandons a call that has used its time or its memory up. */
    void check(long now, Limits limits) {
        synchronized (this) {
            if (state != State.INSIDE || !isExcessive(now, limits)) {
                return;
            }
            state = State.ABANDONED;
            stuckSince = now;
            thread.interrupt();
        }
        period.permits.giveBack(this);
        container.isStuck(this, period);
        Thread answering = new Thread(this::answer, "smartems-device-stuck");
        answering.setDaemon(true);
        answering.start();
    }

    /** What the call has done too much of, to be read behind the word call; empty before it is abandoned. */
    synchronized String excess() {
        return excess;
    }

    synchronized long stuckSince() {
        return stuckSince;
    }

    synchronized boolean ended() {
        return ended;
    }

    private boolean isExcessive(long now, Limits limits) {
        long allocated = Allocations.of(thread);
        allocatedBefore = allocatedBefore < 0 ? allocated : allocatedBefore;
        if (usedNanos + now - enteredAt >= limits.time().toNanos()) {
            excess = "has taken longer than " + limits.time().toSeconds() + " s";
        } else if (allocated - allocatedBefore > limits.allocation()) {
            excess = "has taken more than " + (limits.allocation() >> 20) + " MiB of memory";
        }
        return !excess.isEmpty();
    }

    private void answer() {
        try {
            onStuck.run();
        } finally {
            answered.countDown();
        }
    }

    private void awaitAnswer() {
        try {
            answered.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() {
        synchronized (this) {
            expect(State.INSIDE);
            usedNanos += watchdog.now() - enteredAt;
            allocatedBefore = -1;
            state = State.OUTSIDE;
        }
        period.permits.giveBack(this);
    }

    /** Without a place as well: then it only has to get out of the plug-in, and that may not take for ever either. */
    private boolean comeBack() {
        expect(State.OUTSIDE);
        boolean hasPlace = period.permits.take(this, true);
        enter();
        return hasPlace;
    }

    private synchronized void enter() {
        enteredAt = watchdog.now();
        state = State.INSIDE;
    }

    private synchronized void expect(State expected) {
        if (state == State.ABANDONED) {
            throw new PlugInStuck(container.id());
        }
        if (state != expected || Thread.currentThread() != thread) {
            throw new IllegalStateException("an exchange belongs to the thread and the time of its call");
        }
    }
}
