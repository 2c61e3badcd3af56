// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.spi.metrics.Histogram;

/**
 * Gives requests their places: so many at once, first come, first served. Whoever would wait too long is sent away at
 * once, by what those before took; whoever has waited too long all the same is sent away then. Safe for use by many
 * threads.
 */
final class RequestQueue {

    /** Each holds a connection, of which people need some as well; far below {@code maximumConnections}. */
    static final int MOST_WAITING = 4096;

    private static final Logger LOG = LoggerFactory.getLogger(RequestQueue.class);

    /** A request that waits without a thread. */
    interface Waiting {

        /** Goes on with a place, which is to be left, or is sent away; on another thread. Called once, and returns. */
        void goOn(boolean hasPlace);
    }

    /** What becomes of a request. */
    enum Entry {
        /** Has a place, which is to be left. */
        SERVED,
        WAITS,
        SENT_AWAY
    }

    private record Ticket(Waiting waiting, long since) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Ticket> queue = new ArrayDeque<>(); // guarded by lock; with somebody in it no place is free
    private final Pace pace = new Pace(); // guarded by lock
    private final Histogram waits = Histogram.ofSeconds();
    private final LongSupplier nanoTime;
    private QueueSettings settings; // guarded by lock
    private int taken; // guarded by lock
    private boolean closed; // guarded by lock

    RequestQueue(QueueSettings settings, LongSupplier nanoTime) {
        this.settings = settings;
        this.nanoTime = nanoTime;
    }

    /** From now on; those who wait stay where they are. */
    void configure(QueueSettings next) {
        lock.lock();
        try {
            settings = next;
        } finally {
            lock.unlock();
        }
        giveFreePlaces();
    }

    /** Takes a place, or makes the request wait for one, or neither. */
    Entry enter(Supplier<Waiting> suspended) {
        lock.lock();
        try {
            if (taken < settings.places() && queue.isEmpty()) {
                taken++;
                return Entry.SERVED;
            }
            long now = nanoTime.getAsLong();
            if (queue.isEmpty()) {
                pace.begin(now, settings.places());
            }
            if (closed || queue.size() >= MOST_WAITING || pace.nanosFor(queue.size() + 1, now) > mostNanos()) {
                return Entry.SENT_AWAY;
            }
            queue.add(new Ticket(suspended.get(), now));
            return Entry.WAITS;
        } finally {
            lock.unlock();
        }
    }

    /** Gives a place to whoever waits the longest. */
    void leave() {
        lock.lock();
        try {
            taken--;
            pace.count(nanoTime.getAsLong());
        } finally {
            lock.unlock();
        }
        giveFreePlaces();
    }

    /** Sends those away who have waited too long. To be called now and then. */
    void expire() {
        for (Optional<Ticket> late = pollLate(); late.isPresent(); late = pollLate()) {
            goOn(late.get(), false);
        }
    }

    /** Sends everybody away who waits, and whoever would have to. */
    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        expire();
    }

    /** How many requests wait. */
    int waiting() {
        return told(queue::size);
    }

    /** How many requests are served. */
    int taken() {
        return told(() -> taken);
    }

    /** How many requests are served at once at most. */
    int places() {
        return told(() -> settings.places());
    }

    /** How long a request waits at most. */
    int mostSeconds() {
        return told(() -> settings.waitSeconds());
    }

    private int told(IntSupplier figure) {
        lock.lock();
        try {
            return figure.getAsInt();
        } finally {
            lock.unlock();
        }
    }

    /** How long so many requests take to be served, in seconds; 0 while nobody knows. */
    long secondsFor(int requests) {
        lock.lock();
        try {
            return TimeUnit.NANOSECONDS.toSeconds(pace.nanosFor(requests, nanoTime.getAsLong()));
        } finally {
            lock.unlock();
        }
    }

    /** How long those waited who were served after it. */
    Histogram waits() {
        return waits;
    }

    private void giveFreePlaces() {
        for (Optional<Ticket> next = pollNext(); next.isPresent(); next = pollNext()) {
            waits.recordSince(next.get().since());
            if (!goOn(next.get(), true)) {
                lock.lock();
                try {
                    taken--;
                } finally {
                    lock.unlock();
                }
            }
        }
    }

    /** The next one, who has a place by that. */
    private Optional<Ticket> pollNext() {
        lock.lock();
        try {
            if (taken >= settings.places() || queue.isEmpty()) {
                return Optional.empty();
            }
            taken++;
            return Optional.of(queue.remove());
        } finally {
            lock.unlock();
        }
    }

    private Optional<Ticket> pollLate() {
        lock.lock();
        try {
            Ticket first = queue.peek();
            boolean isLate = first != null && (closed || nanoTime.getAsLong() - first.since() >= mostNanos());
            return isLate ? Optional.of(queue.remove()) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** False when the request is beyond help. */
    private static boolean goOn(Ticket ticket, boolean hasPlace) {
        try {
            ticket.waiting().goOn(hasPlace);
            return true;
        } catch (RuntimeException e) {
            LOG.debug("A request that waited cannot go on", e);
            return false;
        }
    }

    private long mostNanos() {
        return TimeUnit.SECONDS.toNanos(settings.waitSeconds());
    }
}
