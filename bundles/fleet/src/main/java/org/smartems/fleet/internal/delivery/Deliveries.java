// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.fleet.checkin.Delivery;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.persistence.Transactions;

/**
 * Sees to it that requested work is handed out at least once: what fails on its way, or was under way when a process
 * ended, is requested again.
 *
 * <p>A thread of its own does it, so that nobody waits for it; what cannot be stored now is tried again every second.
 */
public final class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final Delivery NOTHING = new Nothing();
    private static final long BEAT_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int MOST = 500;

    private final Transactions transactions;
    private final DeliveryTable table;
    private final Nodes nodes;
    private final ConcurrentLinkedQueue<Restore> left = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Restore> lost = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "smartems-fleet-deliveries"));
    private volatile boolean registered;
    private long nextBeat = System.nanoTime();
    private boolean failing;

    private static final class Nothing implements Delivery {
        @Override
        public void written() {
            // nothing was requested
        }

        @Override
        public void failed() {
            // nothing was requested
        }
    }

    private final class Requested implements Delivery {
        private final Restore entry;
        private final AtomicBoolean told = new AtomicBoolean();

        Requested(Restore entry) {
            this.entry = entry;
        }

        @Override
        public void written() {
            if (told.compareAndSet(false, true)) {
                left.add(entry);
            }
        }

        @Override
        public void failed() {
            if (told.compareAndSet(false, true)) {
                lost.add(entry);
            }
        }
    }

    /** For a home, see {@link #home}. Not started. */
    public Deliveries(Transactions transactions, String home) {
        this.transactions = transactions;
        this.table = new DeliveryTable(transactions);
        this.nodes = new Nodes(transactions, home);
    }

    /** The home of this process: two processes of one home are never there at once. */
    public static String home() {
        return Nodes.home();
    }

    /** Begins with what earlier processes had under way. */
    public void start() {
        thread.scheduleWithFixedDelay(this::tick, 0, 50, TimeUnit.MILLISECONDS);
    }

    /** The name of this process in the rows of devices. */
    public String node() {
        return nodes.name();
    }

    /** Whether other processes know of this one; until then it must hand out nothing. */
    public boolean isRegistered() {
        return registered;
    }

    /** What belongs to an answer without requested work. */
    public static Delivery nothing() {
        return NOTHING;
    }

    /** What belongs to a committed answer. */
    public Delivery of(long device, Delivering work) {
        return new Requested(new Restore(device, work, false));
    }

    /** The answer will not be sent, and nobody knows whether the hand-out was committed. */
    public void doubtful(long device, Delivering work) {
        lost.add(new Restore(device, work, true));
    }

    /** Stores what is there. What nobody has told of yet is handed out again by the next process. */
    public void stop() {
        if (thread.isShutdown()) {
            return;
        }
        thread.execute(this::leave);
        thread.shutdown();
        try {
            thread.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() {
        tick();
        try {
            transactions.run(nodes::leave);
        } catch (RuntimeException e) {
            LOG.debug("This process could not be signed off; others will notice", e);
        }
    }

    private void tick() {
        try {
            if (System.nanoTime() - nextBeat >= 0) {
                beat();
                nextBeat = System.nanoTime() + BEAT_NANOS;
            }
            clear();
            restore();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing && !(e instanceof DatabaseUnavailable)) {
                LOG.warn("Answers under way could not be followed, trying on", e);
            }
            failing = true;
            pause();
        }
    }

    private void beat() {
        transactions.run(() -> {
            nodes.beat();
            nodes.forgetGone();
        });
        List<Restore> gone = transactions.call(table::left);
        for (Restore entry : gone) {
            transactions.run(() -> table.restore(entry));
        }
        if (!gone.isEmpty()) {
            LOG.info("{} answers of ended processes are given again", gone.size());
        }
        registered = true;
    }

    private void clear() {
        List<Restore> batch = new ArrayList<>();
        for (Restore entry : left) {
            if (batch.size() < MOST) {
                batch.add(entry);
            }
        }
        if (!batch.isEmpty()) {
            transactions.run(() -> table.clear(batch));
            batch.forEach(left::remove);
        }
    }

    private void restore() {
        for (Restore entry = lost.peek(); entry != null; entry = lost.peek()) {
            Restore current = entry;
            transactions.run(() -> table.restore(current));
            lost.poll();
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread created = new Thread(task, name);
        created.setDaemon(true);
        return created;
    }
}
