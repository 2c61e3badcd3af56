// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.sql.Connection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.smartems.persistence.Transactions;
import org.smartems.testing.Eventually;

/** Counts the transactions of the thread that writes. */
final class CountingTransactions implements Transactions {

    final AtomicInteger writes = new AtomicInteger();

    private final Transactions real;
    private final AtomicInteger holding = new AtomicInteger();
    private volatile CountDownLatch held = new CountDownLatch(0);

    CountingTransactions(Transactions real) {
        this.real = real;
    }

    @Override
    public <T, E extends Exception> T call(Work<T, E> work) throws E {
        if (!real.active() && Thread.currentThread().getName().equals("smartems-fleet-write")) {
            writes.incrementAndGet();
            awaitRelease();
        }
        return real.call(work);
    }

    /** Lets nothing be written until {@link #release}. */
    void hold() {
        held = new CountDownLatch(1);
    }

    /** Waits until so many threads would write if they could. */
    void awaitHeld(int threads) {
        Eventually.until(threads + " threads are held", () -> holding.get() == threads);
    }

    void release() {
        held.countDown();
    }

    private void awaitRelease() {
        holding.incrementAndGet();
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            holding.decrementAndGet();
        }
    }

    @Override
    public <T, E extends Exception> T separately(Work<T, E> work) throws E {
        return real.separately(work);
    }

    @Override
    public EntityManager em(EntityManagerFactory unit) {
        return real.em(unit);
    }

    @Override
    public Connection connection() {
        return real.connection();
    }

    @Override
    public boolean active() {
        return real.active();
    }

    @Override
    public void setRollbackOnly() {
        real.setRollbackOnly();
    }
}
