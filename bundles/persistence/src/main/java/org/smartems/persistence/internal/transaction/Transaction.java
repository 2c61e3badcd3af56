// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.transaction;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.PersistenceException;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.persistence.Transactions.RolledBack;
import org.smartems.persistence.internal.SuppressForbidden;
import org.smartems.persistence.internal.database.SqlStates;
import org.smartems.persistence.internal.transaction.Connections.Kind;

/** One transaction of one thread: a connection taken at first use, and an entity manager per unit. */
@SuppressForbidden("the one place that drives the transactions of entity managers")
final class Transaction {

    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    /**
     * EclipseLink counts reading before the first change as outside of the transaction: after a loss of the connection
     * it would try again, with pauses of five seconds.
     */
    private static final Map<String, String> EARLY = Map.of("eclipselink.transaction.join-existing", "true");

    private final Connections connections;
    private final Kind kind;
    private final Transaction outer;
    private final Thread owner = Thread.currentThread();
    private final Map<EntityManagerFactory, EntityManager> managers = new LinkedHashMap<>();
    private Connection real;
    private boolean rollbackOnly;
    private Throwable failure;
    private volatile boolean done; // a handle may be asked by another thread

    Transaction(Connections connections, Kind kind, Transaction outer) {
        this.connections = connections;
        this.kind = kind;
        this.outer = outer;
    }

    Kind kind() {
        return kind;
    }

    Transaction outer() {
        return outer;
    }

    boolean done() {
        return done;
    }

    boolean ownedByCaller() {
        return owner == Thread.currentThread();
    }

    void markRollbackOnly() {
        rollbackOnly = true;
    }

    /** An inner call failed; whether or not its caller ignores that, nothing may be committed. */
    void failed(Throwable why) {
        rollbackOnly = true;
        if (failure == null) {
            failure = why;
        }
    }

    Connection open() throws SQLException {
        if (real == null) {
            Connection taken = connections.take(kind);
            try {
                taken.setAutoCommit(false);
            } catch (SQLException | RuntimeException e) {
                taken.close();
                throw e;
            }
            real = taken;
        }
        return real;
    }

    EntityManager entityManager(EntityManagerFactory unit) {
        EntityManager known = managers.get(unit);
        if (known != null) {
            return known;
        }
        EntityManager created = create(unit);
        managers.put(unit, created);
        created.getTransaction().begin();
        return created;
    }

    void flush() {
        List.copyOf(managers.values()).forEach(EntityManager::flush);
    }

    void commit() {
        if (!rollbackOnly) {
            flush(); // violated constraints and lost updates surface here, as themselves
        }
        for (EntityManager manager : managers.values()) {
            rollbackOnly |= manager.getTransaction().getRollbackOnly();
        }
        refuseWhenMarked();
        for (EntityManager manager : managers.values()) {
            manager.getTransaction().commit(); // without SQL: all is flushed and the handle ignores commit()
        }
        refuseWhenMarked();
        commitConnection();
    }

    void rollback(Throwable why) {
        for (EntityManager manager : managers.values()) {
            try {
                if (manager.isOpen() && manager.getTransaction().isActive()) {
                    manager.getTransaction().rollback();
                }
            } catch (RuntimeException e) {
                why.addSuppressed(e);
            }
        }
        try {
            if (real != null) {
                real.rollback();
            }
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
        if (lost(why)) {
            connections.lost(kind, real);
        }
    }

    /** Whether the reason is a lost connection. The pool closes one that broke, so later statements only tell that. */
    boolean lost(Throwable why) {
        try {
            return SqlStates.lost(why) || real != null && real.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    /** After this the handles that somebody may have kept are dead. */
    void release() {
        for (EntityManager manager : managers.values()) {
            try {
                if (manager.isOpen()) {
                    manager.close();
                }
            } catch (RuntimeException e) {
                LOG.warn("an entity manager could not be closed", e);
            }
        }
        done = true;
        try {
            if (real != null) {
                real.close();
            }
        } catch (SQLException e) {
            LOG.warn("a connection could not be given back", e);
        }
    }

    private void commitConnection() {
        if (real == null) {
            return;
        }
        try {
            // COMMIT of a failed transaction is a rollback, and the driver says nothing: look first
            if (real.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED) {
                throw new RolledBack("a statement had failed and its exception was ignored", failure);
            }
            real.commit();
        } catch (SQLException e) {
            throw new RolledBack("the commit failed: " + e.getMessage(), e);
        }
    }

    private void refuseWhenMarked() {
        if (rollbackOnly) {
            String reason = failure == null ? "" : ": " + failure;
            throw new RolledBack("the transaction was marked for rollback" + reason, failure);
        }
    }

    private static EntityManager create(EntityManagerFactory unit) {
        try {
            return unit.createEntityManager(EARLY);
        } catch (UndeclaredThrowableException e) {
            // the factory service is a proxy that hides the real exception
            Throwable hidden = e.getCause() instanceof InvocationTargetException i ? i.getCause() : e.getCause();
            throw hidden instanceof RuntimeException known ? known : new PersistenceException(hidden);
        }
    }
}
