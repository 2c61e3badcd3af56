// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.fleet;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of a fleet. What is handed to a pool that was shut down is dropped. */
public final class Pools {

    private static final long STACK = 256 * 1024;

    private Pools() {}

    public static ScheduledThreadPoolExecutor timer() {
        return new ScheduledThreadPoolExecutor(1, threads("timer"), new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Started when they are needed; a device waits in the queue once at most. */
    public static ExecutorService workers(String name, int number) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                number,
                number,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                threads(name),
                new ThreadPoolExecutor.DiscardPolicy());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory threads(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(null, task, name + '-' + number.incrementAndGet(), STACK);
            thread.setDaemon(true);
            return thread;
        };
    }
}
