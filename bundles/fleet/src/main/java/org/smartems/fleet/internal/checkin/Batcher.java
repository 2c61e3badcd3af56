// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the requests of many threads share a round trip: threads of its own work on what has come in meanwhile.
 *
 * <p>While one of them works, another begins only with a batch that is worth it: two small ones cost more than one.
 * When it works for unusually long, another does not mind.
 *
 * <p>When others have announced a request, a batch waits for them a little; else it begins at once. With one request at
 * most in a batch there is nothing to share, and each thread works on its own.
 */
final class Batcher<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Batcher.class);
    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final int WORTH_A_THREAD = 32;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition worth = lock.newCondition(); // there may be a batch for a thread
    private final Condition gathered = lock.newCondition(); // the batch that is gathered may be complete
    private final LinkedList<T> queue = new LinkedList<>(); // guarded by lock
    private int announced; // guarded by lock
    private int working; // threads with a batch; guarded by lock
    private long startedAt; // when the last of them began; guarded by lock
    private boolean gathering; // whether a thread waits for its batch; guarded by lock
    private boolean closed; // guarded by lock
    private final int most;
    private final long patienceNanos;
    private final Together<T> together;
    private final Consumer<List<T>> work;
    private final List<Thread> threads = new ArrayList<>();

    /**
     * How much is done at once.
     *
     * @param threads how many
     * @param most how many requests a batch holds
     * @param patience how long requests wait for a batch that is being worked on, when they are not worth a thread
     */
    record Size(int threads, int most, Duration patience) {}

    /** Decides which requests may share a batch. */
    @FunctionalInterface
    interface Together<T> {
        boolean may(List<T> batch, T next);
    }

    /**
     * Starts the threads.
     *
     * @param name of the threads
     * @param size of batches
     * @param together asked for each request but the first of a batch; what may not waits for the next batch
     * @param work tells every request of the batch how it ended, and does not throw
     */
    Batcher(String name, Size size, Together<T> together, Consumer<List<T>> work) {
        this.most = size.most();
        this.patienceNanos = size.patience().toNanos();
        this.together = together;
        this.work = work;
        for (int i = 0; i < size.threads(); i++) {
            Thread thread = new Thread(this::run, name);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** Somebody will submit or withdraw. */
    void announce() {
        lock.lock();
        try {
            announced++;
        } finally {
            lock.unlock();
        }
    }

    /** Takes back what was announced. */
    void withdraw() {
        lock.lock();
        try {
            announced--;
            tellOfGathering();
        } finally {
            lock.unlock();
        }
    }

    /** Adds a request, one that was announced or not; false when this is closed. */
    boolean submit(T request, boolean wasAnnounced) {
        lock.lock();
        try {
            announced -= wasAnnounced ? 1 : 0;
            if (closed) {
                return false;
            }
            if (most > 1) {
                queue.add(request);
                tell();
                return true;
            }
        } finally {
            lock.unlock();
        }
        work.accept(new ArrayList<>(List.of(request)));
        return true;
    }

    /** Wakes no thread that could do nothing yet: that would cost every request two turns of one. */
    private void tell() {
        if (gathering) {
            tellOfGathering();
        } else if (queue.size() == 1 || isWorthIt()) {
            worth.signalAll();
        }
    }

    private void tellOfGathering() {
        if (announced <= 0 || queue.size() >= most) {
            gathered.signalAll();
        }
    }

    /** How many requests wait for the next batch. */
    int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    /** Works on what is there, then ends the threads. */
    void close() {
        lock.lock();
        try {
            closed = true;
            worth.signalAll();
            gathered.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(30));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        for (List<T> batch = next(); !batch.isEmpty(); batch = next()) {
            try {
                work.accept(batch);
            } catch (RuntimeException | Error e) {
                LOG.error("A batch was left alone, its callers wait in vain", e);
            } finally {
                done();
            }
        }
    }

    private void done() {
        lock.lock();
        try {
            working--;
            worth.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for requests; none when this is closed. */
    private List<T> next() {
        lock.lock();
        try {
            awaitWork();
            gathering = true;
            awaitAnnounced();
            gathering = false;
            List<T> batch = take();
            working++;
            startedAt = System.nanoTime();
            worth.signalAll();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void awaitWork() {
        while (!closed && (gathering || !isWorthIt())) {
            if (gathering || queue.isEmpty()) {
                worth.awaitUninterruptibly();
            } else if (isImpatient()) {
                return;
            }
        }
    }

    /** Waits for the batch that is being worked on; true when that takes too long. */
    private boolean isImpatient() {
        try {
            long wait = startedAt + patienceNanos - System.nanoTime();
            return wait <= 0 || worth.awaitNanos(wait) <= 0 && !queue.isEmpty() && !gathering;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does that; what is there is still worked on
            return true;
        }
    }

    private boolean isWorthIt() {
        return queue.size() >= (working == 0 ? 1 : Math.min(WORTH_A_THREAD, most));
    }

    private void awaitAnnounced() {
        try {
            long wait = WAIT_NANOS;
            while (queue.size() < most && announced > 0 && wait > 0 && !closed) {
                wait = gathered.awaitNanos(wait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does that; what is there is still worked on
        }
    }

    private List<T> take() {
        List<T> batch = new ArrayList<>();
        for (Iterator<T> waiting = queue.iterator(); waiting.hasNext() && batch.size() < most; ) {
            T next = waiting.next();
            if (batch.isEmpty() || together.may(batch, next)) {
                waiting.remove();
                batch.add(next);
            }
        }
        return batch;
    }
}
