// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.transaction;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;

/** A pooled connection outside of transactions. */
final class ReadingHandle extends ConnectionHandle {

    ReadingHandle(Connection real) {
        super(real);
    }

    @Override
    Object use(Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("setAutoCommit") && Boolean.FALSE.equals(arguments[0])) {
            throw new SQLException("writing needs Transactions.call()", "25P01");
        }
        return pass(method, arguments);
    }

    @Override
    boolean ended() throws SQLException {
        return real().isClosed();
    }

    @Override
    void closed() throws SQLException {
        real().close();
    }
}
