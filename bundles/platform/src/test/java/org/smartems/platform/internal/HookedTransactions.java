// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal;

import java.sql.Connection;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.smartems.persistence.Transactions;

/** Lets something happen just before a transaction, as another node might do. */
public final class HookedTransactions implements Transactions {

    /** Gets the number of the call, counted from one. */
    @FunctionalInterface
    public interface Hook {
        void before(int call) throws Exception;
    }

    /** What another node does. */
    @FunctionalInterface
    public interface Event {
        void happen() throws Exception;
    }

    private final Transactions real;
    private final Hook hook;
    private int calls;

    public HookedTransactions(Transactions real, Hook hook) {
        this.real = real;
        this.hook = hook;
    }

    /** Lets it happen before the call of that number, counted from one. */
    public static HookedTransactions before(Transactions real, int number, Event event) {
        return new HookedTransactions(real, call -> {
            if (call == number) {
                event.happen();
            }
        });
    }

    @Override
    public <T, E extends Exception> T call(Work<T, E> work) throws E {
        calls++;
        try {
            hook.before(calls);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
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
