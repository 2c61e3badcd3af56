// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.smartems.persistence.Transactions;

/** Counts the transactions of the thread that writes. */
final class CountingTransactions implements Transactions {

    final AtomicInteger writes = new AtomicInteger();

    private final Transactions real;

    CountingTransactions(Transactions real) {
        this.real = real;
    }

    @Override
    public <T, E extends Exception> T call(Work<T, E> work) throws E {
        if (!real.active() && Thread.currentThread().getName().equals("smartems-fleet-write")) {
            writes.incrementAndGet();
        }
        return real.call(work);
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
