// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
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
    private static final int TELLING_SECONDS = 3;

    private final Transactions transactions;
    private final DeliveryTable table;
    private final Nodes nodes;
    /** Of answers until the database knows it, too: a device may call again before. */
    private final Map<Note, Fate> fates = new ConcurrentHashMap<>();

    private final ConcurrentLinkedQueue<Note> left = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Note> lost = new ConcurrentLinkedQueue<>();
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
        private final Note entry;
        private final AtomicBoolean told = new AtomicBoolean();

        Requested(Note entry) {
            this.entry = entry;
        }

        @Override
        public void written() {
            if (told.compareAndSet(false, true)) {
                fates.put(entry, Fate.LEFT);
                left.add(entry);
            }
        }

        @Override
        public void failed() {
            if (told.compareAndSet(false, true)) {
                fates.put(entry, Fate.LOST);
                lost.add(entry);
            }
        }
    }

    /** For a home, see {@link #home}, which is asked for by the thread of this. Not started. */
    public Deliveries(Transactions transactions, Supplier<String> home) {
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

    /** Work is about to be handed out; to be followed by one of the next three. */
    public void begin(long device, Delivering work) {
        fates.put(new Note(device, work), Fate.OPEN);
    }

    /** What belongs to a committed answer. */
    public Delivery committed(long device, Delivering work) {
        return new Requested(new Note(device, work));
    }

    /** The hand-out was not committed. */
    public void undone(long device, Delivering work) {
        fates.remove(new Note(device, work));
    }

    /** The answer will not be sent, and nobody knows whether the hand-out was or will be committed. */
    public void doubtful(long device, Delivering work, CompletableFuture<?> committed) {
        fates.put(new Note(device, work), Fate.LOST);
        committed.whenComplete((done, failure) -> lost.add(new Note(device, work)));
    }

    /** What this process knows of work that it has noted with a device. */
    public Fate fate(long device, Delivering work) {
        return fates.getOrDefault(new Note(device, work), Fate.OPEN);
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
        for (int waited = 0; waited < TELLING_SECONDS && fates.containsValue(Fate.OPEN); waited++) {
            pause(); // answers that are being written
        }
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
        nodes.findHome();
        transactions.run(() -> {
            nodes.beat();
            nodes.forgetGone();
        });
        List<Note> gone = transactions.call(table::left);
        for (Note entry : gone) {
            transactions.run(() -> table.restore(entry));
        }
        if (!gone.isEmpty()) {
            LOG.info("{} answers of ended processes are given again", gone.size());
        }
        registered = true;
    }

    private void clear() {
        List<Note> batch = new ArrayList<>();
        for (Note entry = left.poll(); entry != null; entry = batch.size() < MOST ? left.poll() : null) {
            batch.add(entry);
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            transactions.run(() -> table.clear(batch));
        } catch (RuntimeException e) {
            left.addAll(batch);
            throw e;
        }
        batch.forEach(entry -> fates.remove(entry));
    }

    private void restore() {
        for (Note entry = lost.peek(); entry != null; entry = lost.peek()) {
            Note current = entry;
            transactions.run(() -> table.restore(current));
            lost.poll();
            fates.remove(current);
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
