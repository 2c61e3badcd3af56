// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence;

import java.sql.Connection;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One connection bound to the calling thread: all persistence units and plain JDBC of that thread use it and commit
 * together.
 *
 * <p>Safe for use by many threads; a transaction itself belongs to the thread that began it. The connection is taken
 * at first use, so it is held only while the database is needed. Do nothing slow inside: no network call, no waiting.
 *
 * <p><b>Known gap:</b> {@code Statement.getConnection()}, {@code ResultSet.getStatement().getConnection()} and
 * {@code DatabaseMetaData.getConnection()} answer the pool's own connection, whose {@code commit()} is real, and so
 * does {@code unwrap}. The first three are forbidden by the static check of the build; never commit through the last.
 */
@ProviderType
public interface Transactions {

    /**
     * Joins the transaction of this thread, or begins one and commits it after the work.
     *
     * <p>An exception that leaves the work, of whatever type, rolls everything back, also the part of an outer call,
     * and is thrown unchanged. If an outer call ignores it, that one ends with {@link RolledBack}. Errors of the commit
     * itself surface here: those of JPA as themselves (for example {@code OptimisticLockException}), those of the
     * database as {@link RolledBack}.
     *
     * @param work what to do
     * @param <T> what the work returns
     * @param <E> what the work throws
     * @return what the work returned, after the commit when this call began the transaction
     * @throws E when the work throws it
     * @throws RolledBack when nothing was committed although the work ended well
     * @throws DatabaseUnavailable at once while the database is known to be away, or when it is lost on the way
     */
    <T, E extends Exception> T call(Work<T, E> work) throws E;

    /**
     * The same as {@link #call(Work)} for work without a result.
     *
     * @param action what to do
     * @param <E> what the action throws
     * @throws E when the action throws it
     */
    default <E extends Exception> void run(Action<E> action) throws E {
        this.<Void, E>call(() -> {
            action.run();
            return null;
        });
    }

    /**
     * Commits or rolls back on a connection of its own, whatever becomes of the surrounding transaction.
     *
     * <p>For the few things that must survive a rollback, such as a counter of failed logins. It does not see what the
     * surrounding transaction has not committed yet, and gives up after five seconds on a row that is locked there.
     *
     * @param work what to do
     * @param <T> what the work returns
     * @param <E> what the work throws
     * @return what the work returned, after the commit
     * @throws E when the work throws it
     * @throws IllegalStateException inside another {@code separately}
     */
    <T, E extends Exception> T separately(Work<T, E> work) throws E;

    /**
     * The entity manager of a persistence unit in the current transaction: one per unit and transaction.
     *
     * <p>Never close it and never keep it: it is dead after the transaction.
     *
     * @param unit whose entities are wanted
     * @return the same instance during one transaction
     * @throws IllegalStateException without a transaction
     */
    EntityManager em(EntityManagerFactory unit);

    /**
     * The connection of the current transaction for plain JDBC. Pending changes of all entity managers are written
     * first, so that JDBC sees them.
     *
     * <p>Closing it is allowed and does nothing to the transaction; {@code commit} and {@code setAutoCommit} are
     * ignored, {@code rollback()} marks the transaction, savepoints are real. Other threads cannot use it.
     *
     * @return a handle that is dead after the transaction
     * @throws IllegalStateException without a transaction
     */
    Connection connection();

    /**
     * Whether this thread is inside a transaction.
     *
     * @return true inside {@link #call(Work)} and {@link #separately(Work)}
     */
    boolean active();

    /**
     * Lets the current transaction end in a rollback: the outermost call throws {@link RolledBack}.
     *
     * @throws IllegalStateException without a transaction
     */
    void setRollbackOnly();

    /**
     * What is done in a transaction.
     *
     * @param <T> the result
     * @param <E> the checked exception, {@code RuntimeException} when there is none
     */
    @FunctionalInterface
    interface Work<T, E extends Exception> {

        /**
         * Runs inside the transaction.
         *
         * @return anything, also null
         * @throws E rolls back
         */
        T run() throws E;
    }

    /**
     * What is done in a transaction, without a result.
     *
     * @param <E> the checked exception, {@code RuntimeException} when there is none
     */
    @FunctionalInterface
    interface Action<E extends Exception> {

        /**
         * Runs inside the transaction.
         *
         * @throws E rolls back
         */
        void run() throws E;
    }

    /** Nothing was committed although the work ended well: the commit failed, or an inner failure was ignored. */
    final class RolledBack extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /**
         * Built by the persistence bundle.
         *
         * @param message why
         * @param cause the failure behind it; may be null
         */
        public RolledBack(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
