// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/** A supervised server: brought back when it dies, stopped on request, and never outliving this process. */
public final class PostgresServer implements AutoCloseable {

    private final Settings settings;
    private final Runnable onReady;
    private final Object statusChange = new Object();
    private Status status = Status.STOPPED;
    private boolean announced;
    private Keeper keeper;
    private Thread thread;

    public PostgresServer(Settings settings) {
        this(settings, () -> {});
    }

    /** The callback runs once per start, in a thread of its own, when the first query was answered. */
    public PostgresServer(Settings settings, Runnable onReady) {
        this.settings = settings;
        this.onReady = onReady;
    }

    /** Returns at once; see {@link #awaitReady}. */
    public synchronized void start() {
        if (thread != null) {
            return;
        }
        synchronized (statusChange) {
            announced = false;
        }
        report(Status.STARTING);
        keeper = new Keeper(settings, this::report);
        thread = new Thread(keeper, "postgres-keeper");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns when the server has written everything and ended. */
    public synchronized void stop() {
        if (thread == null) {
            return;
        }
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                // The next owner of the directory must find it free.
                interrupted = true;
            }
        }
        thread = null;
        report(Status.STOPPED);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }

    public Status status() {
        synchronized (statusChange) {
            return status;
        }
    }

    private void report(Status next) {
        synchronized (statusChange) {
            status = next;
            statusChange.notifyAll();
            if (!next.isUp() || announced) {
                return;
            }
            announced = true;
        }
        // Not in the keeper's thread: whoever reacts may take long, and the server needs its keeper.
        Thread announcer = new Thread(onReady, "postgres-announcer");
        announcer.setDaemon(true);
        announcer.start();
    }

    /** Waits until queries are answered; fails with the reason when that is refused or takes too long. */
    public void awaitReady(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        synchronized (statusChange) {
            while (!status.isUp()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0 || status.state() == Status.State.REFUSED) {
                    throw new IllegalStateException(status.reason());
                }
                statusChange.wait(left);
            }
        }
    }

    /** The main process, 0 while there is none. */
    public synchronized long pid() {
        return keeper == null ? 0 : keeper.pid();
    }

    public Settings settings() {
        return settings;
    }

    /** The database as its owner, who is no superuser. */
    public PGSimpleDataSource dataSource() throws IOException {
        return access().owner();
    }

    /** The whole server; for the launcher and for tests. */
    public PGSimpleDataSource superuser() throws IOException {
        return access().superuser();
    }

    private Access access() throws IOException {
        return new Access(Home.open(settings.directory()), settings.port());
    }
}
