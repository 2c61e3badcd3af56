// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.transaction;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;

/** What both kinds of connection handles have in common: closing one twice, or using it afterwards, harms nobody. */
abstract class ConnectionHandle implements InvocationHandler {

    /** Not of class 08: a misused handle is no outage. */
    private static final String WRONG_STATE = "55000";

    private final Connection real;
    private volatile boolean closed;

    ConnectionHandle(Connection real) {
        this.real = real;
    }

    @Override
    public final Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "equals":
                return proxy == arguments[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            case "toString":
                return "handle of " + real;
            case "close":
                closeOnce();
                return null;
            case "isClosed":
                return closed || ended();
            default:
                if (closed) {
                    throw new SQLException("this connection is closed", WRONG_STATE);
                }
                return use(method, arguments);
        }
    }

    /** Runs any other method. */
    abstract Object use(Method method, Object[] arguments) throws Throwable;

    /** Whether the connection behind it is over. */
    abstract boolean ended() throws SQLException;

    /** Called once, at the first close. */
    abstract void closed() throws SQLException;

    final Connection real() {
        return real;
    }

    final Object pass(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void closeOnce() throws SQLException {
        if (!closed) {
            closed = true;
            closed();
        }
    }
}
