// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.transaction;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/** The connection of a transaction, for one user of it: nobody but the transaction commits, rolls back or closes. */
final class TransactionHandle extends ConnectionHandle {

    private static final String INVALID_TRANSACTION = "25000";

    private final Transaction transaction;

    TransactionHandle(Connection real, Transaction transaction) {
        super(real);
        this.transaction = transaction;
    }

    @Override
    Object use(Method method, Object[] arguments) throws Throwable {
        if (transaction.done()) {
            throw new SQLException("the transaction of this connection has ended", INVALID_TRANSACTION);
        }
        if (!transaction.ownedByCaller()) {
            throw new SQLException("this connection belongs to another thread's transaction", INVALID_TRANSACTION);
        }
        return switch (method.getName()) {
            case "commit", "setAutoCommit" -> null;
            case "getAutoCommit" -> false;
            case "abort" -> throw new SQLFeatureNotSupportedException();
            case "rollback" -> rollback(method, arguments);
            default -> pass(method, arguments);
        };
    }

    @Override
    boolean ended() {
        return transaction.done();
    }

    @Override
    void closed() {
        // the transaction gives it back
    }

    private Object rollback(Method method, Object[] arguments) throws Throwable {
        if (arguments != null && arguments.length > 0) {
            return pass(method, arguments); // to a savepoint
        }
        transaction.markRollbackOnly();
        return null;
    }
}
