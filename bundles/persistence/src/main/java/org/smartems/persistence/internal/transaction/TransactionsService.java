// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.persistence.Transactions;
import org.smartems.persistence.internal.transaction.Connections.Kind;

/** Binds one transaction to each thread. */
public final class TransactionsService implements Transactions {

    private final Connections connections;
    private final ThreadLocal<Transaction> current = new ThreadLocal<>();
    private final DataSource facade;

    /** All connections come from there. */
    public TransactionsService(Connections connections) {
        this.connections = connections;
        this.facade = new TransactionalDataSource(connections, current::get);
    }

    /** What persistence units use: inside a transaction its connection, outside one that commits each statement. */
    public DataSource dataSource() {
        return facade;
    }

    @Override
    public <T, E extends Exception> T call(Work<T, E> work) throws E {
        Transaction outer = current.get();
        if (outer == null) {
            return complete(new Transaction(connections, Kind.MAIN, null), work);
        }
        try {
            return work.run();
        } catch (Throwable e) {
            outer.failed(e);
            throwWhenLost(outer, e);
            throw e;
        }
    }

    @Override
    public <T, E extends Exception> T separately(Work<T, E> work) throws E {
        Transaction outer = current.get();
        if (outer != null && outer.kind() == Kind.SIDE) {
            throw new IllegalStateException("separately() inside separately()");
        }
        return complete(new Transaction(connections, Kind.SIDE, outer), work);
    }

    @Override
    public EntityManager em(EntityManagerFactory unit) {
        return required().entityManager(unit);
    }

    @Override
    public Connection connection() {
        Transaction transaction = required();
        transaction.flush();
        try {
            transaction.open(); // here and not in the data source, for an exception with a meaning
            return facade.getConnection();
        } catch (SQLException e) {
            throw new DatabaseUnavailable("The database connection cannot be used", e);
        }
    }

    @Override
    public boolean active() {
        return current.get() != null;
    }

    @Override
    public void setRollbackOnly() {
        required().markRollbackOnly();
    }

    private <T, E extends Exception> T complete(Transaction transaction, Work<T, E> work) throws E {
        connections.requireAvailable();
        current.set(transaction);
        try {
            T result = work.run();
            transaction.commit();
            return result;
        } catch (Throwable e) {
            transaction.rollback(e);
            throwWhenLost(transaction, e);
            throw e;
        } finally {
            transaction.release();
            restore(transaction.outer());
        }
    }

    private void restore(Transaction outer) {
        if (outer == null) {
            current.remove();
            return;
        }
        current.set(outer);
    }

    private static void throwWhenLost(Transaction transaction, Throwable e) {
        if (!(e instanceof DatabaseUnavailable) && transaction.lost(e)) {
            throw new DatabaseUnavailable("The connection to the database was lost", e);
        }
    }

    private Transaction required() {
        Transaction transaction = current.get();
        if (transaction == null) {
            throw new IllegalStateException("no transaction on this thread");
        }
        return transaction;
    }
}
