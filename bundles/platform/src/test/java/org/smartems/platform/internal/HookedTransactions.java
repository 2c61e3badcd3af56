// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal;

import java.sql.Connection;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.smartems.persistence.Transactions;

/** Lets something happen just before or after a transaction, as another node might do. */
public final class HookedTransactions implements Transactions {

    /** Gets the number of the call, counted from one. */
    @FunctionalInterface
    public interface Hook {
        void at(int call) throws Exception;
    }

    /** What another node does. */
    @FunctionalInterface
    public interface Event {
        void happen() throws Exception;
    }

    private final Transactions real;
    private final Hook before;
    private final Hook after;
    private int calls;

    public HookedTransactions(Transactions real, Hook before) {
        this(real, before, call -> {});
    }

    private HookedTransactions(Transactions real, Hook before, Hook after) {
        this.real = real;
        this.before = before;
        this.after = after;
    }

    /** Lets it happen before the call of that number, counted from one. */
    public static HookedTransactions before(Transactions real, int number, Event event) {
        return new HookedTransactions(real, at(number, event));
    }

    /** Lets it happen after the call of that number, counted from one, has ended well. */
    public static HookedTransactions after(Transactions real, int number, Event event) {
        return new HookedTransactions(real, call -> {}, at(number, event));
    }

    private static Hook at(int number, Event event) {
        return call -> {
            if (call == number) {
                event.happen();
            }
        };
    }

    @Override
    public <T, E extends Exception> T call(Work<T, E> work) throws E {
        calls++;
        int number = calls;
        reach(before, number);
        T result = real.call(work);
        reach(after, number);
        return result;
    }

    private static void reach(Hook hook, int call) {
        try {
            hook.at(call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
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
