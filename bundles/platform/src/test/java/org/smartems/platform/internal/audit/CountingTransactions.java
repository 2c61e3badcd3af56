// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.audit;

import java.sql.Connection;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.smartems.persistence.Transactions;

/** Counts how often the connection is asked for, which every statement does once. */
final class CountingTransactions implements Transactions {

    int connections;
    private final Transactions real;

    CountingTransactions(Transactions real) {
        this.real = real;
    }

    @Override
    public Connection connection() {
        connections++;
        return real.connection();
    }

    @Override
    public <T, E extends Exception> T call(Work<T, E> work) throws E {
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
    public boolean active() {
        return real.active();
    }

    @Override
    public void setRollbackOnly() {
        real.setRollbackOnly();
    }
}
