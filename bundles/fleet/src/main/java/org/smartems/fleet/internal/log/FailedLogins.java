// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.log;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.fleet.checkin.FailedLogin;
import org.smartems.persistence.Transactions;

/**
 * Stores failed attempts to log in, many at a time, on a thread of its own. A flood of them gets no memory: what does
 * not fit is only counted.
 */
public final class FailedLogins {

    private static final Logger LOG = LoggerFactory.getLogger(FailedLogins.class);
    private static final int MOST_WAITING = 10_000;
    private static final int BATCH = 500;
    private static final int URL_LENGTH = 2000;
    private static final int NAME_LENGTH = 255;
    private static final Columns COLUMNS = Columns.of(
            Column.number("id"),
            Column.moment("created_at"),
            Column.text("remote_host"),
            Column.text("url"),
            Column.text("username"),
            Column.number("device_type_id"),
            Column.text("authentication_method"));
    private static final String INSERT = COLUMNS.insertInto(LogTable.FAILED_LOGIN.table());

    private record Attempt(Instant at, FailedLogin login) {}

    /** No attempt: ends the waiting for one. */
    private static final Attempt WAKE = new Attempt(Instant.EPOCH, null);

    private final Transactions transactions;
    private final Statements statements;
    private final LogIds ids;
    private final Clock clock;
    private final BlockingQueue<Attempt> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread = new Thread(this::run, "smartems-fleet-failed-logins");
    private volatile boolean stopping;

    /** Not started. */
    public FailedLogins(Transactions transactions, LogIds ids, Clock clock) {
        this.transactions = transactions;
        this.statements = new Statements(transactions);
        this.ids = ids;
        this.clock = clock;
        thread.setDaemon(true);
    }

    /** Begins to store. */
    public void start() {
        thread.start();
    }

    /** Returns at once. */
    public void add(FailedLogin login) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!waiting.offer(new Attempt(now, login))) {
            dropped.incrementAndGet();
        }
    }

    /** How many did not fit since the start. */
    public long dropped() {
        return dropped.get();
    }

    /** Stores what is there, then ends. */
    public void stop() {
        stopping = true;
        waiting.offer(WAKE);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long told = 0;
        while (!stopping || !waiting.isEmpty()) {
            storeNext();
            told = tell(told);
        }
    }

    private void storeNext() {
        List<Attempt> batch = new ArrayList<>();
        try {
            batch.add(waiting.take());
        } catch (InterruptedException e) {
            stopping = true; // nobody does that but who ends the whole process
            return;
        }
        waiting.drainTo(batch, BATCH - 1);
        batch.remove(WAKE);
        if (!batch.isEmpty()) {
            store(batch);
        }
    }

    private long tell(long told) {
        long now = dropped();
        if (now > told) {
            LOG.warn("{} failed attempts of devices to log in were too many to be stored", now - told);
        }
        return now;
    }

    private void store(List<Attempt> batch) {
        Rows rows = new Rows(COLUMNS);
        try {
            batch.forEach(attempt -> rows.add(row(attempt)));
            transactions.run(() -> statements.write(INSERT, rows));
        } catch (RuntimeException e) {
            dropped.addAndGet(batch.size());
            LOG.debug("{} failed attempts could not be stored", batch.size(), e);
        }
    }

    private Object[] row(Attempt attempt) {
        FailedLogin login = attempt.login();
        return new Object[] {
            ids.next(),
            attempt.at().toString(),
            text(login.address(), NAME_LENGTH),
            text(login.url(), URL_LENGTH),
            text(login.username(), NAME_LENGTH),
            login.deviceType(),
            text(login.authenticationMethod(), NAME_LENGTH)
        };
    }

    private static String text(String given, int length) {
        String text = given.replace('\0', '\uFFFD');
        return text.length() <= length ? text : text.substring(0, length);
    }
}
