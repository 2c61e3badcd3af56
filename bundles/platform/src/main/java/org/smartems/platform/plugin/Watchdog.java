// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.plugin;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every call ten times a second. It counts the time itself, so that a machine that was suspended, or a Java
 * that was busy with its memory, makes no plug-in look slow.
 */
public final class Watchdog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final long PERIOD_NANOS = Duration.ofMillis(100).toNanos();
    private static final long LONGEST_STEP_NANOS = 3 * PERIOD_NANOS;

    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private final Limits limits;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "smartems-device-watchdog");
        thread.setDaemon(true);
        return thread;
    });
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "smartems-plugin");
        thread.setDaemon(true);
        return thread;
    });
    private long lastTick = System.nanoTime();
    private volatile long now;

    /** Begins to look. */
    public Watchdog(Limits limits) {
        this.limits = limits;
        executor.scheduleWithFixedDelay(this::tick, PERIOD_NANOS, PERIOD_NANOS, TimeUnit.NANOSECONDS);
    }

    /** Calls that go on are no longer looked at. */
    @Override
    public void close() {
        executor.shutdownNow();
        threads.shutdown();
    }

    /** Runs a call on a thread that may be lost. */
    void apart(Runnable call) {
        threads.execute(call);
    }

    long now() {
        return now;
    }

    void watch(Call call) {
        calls.add(call);
    }

    void forget(Call call) {
        calls.remove(call);
    }

    private void tick() {
        try {
            long tick = System.nanoTime();
            now += Math.min(tick - lastTick, LONGEST_STEP_NANOS);
            lastTick = tick;
            calls.forEach(call -> call.check(now, limits));
        } catch (RuntimeException | Error e) {
            LOG.error("Calls of plug-ins could not be looked at", e);
        }
    }
}
