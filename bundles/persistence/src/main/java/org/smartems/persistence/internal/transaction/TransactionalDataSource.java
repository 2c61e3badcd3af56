// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.transaction;

import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.smartems.persistence.DatabaseUnavailable;

/** Hands out the connection of the thread's transaction, or a reading one outside of transactions. */
final class TransactionalDataSource implements DataSource {

    private final Connections connections;
    private final Supplier<Transaction> current;

    TransactionalDataSource(Connections connections, Supplier<Transaction> current) {
        this.connections = connections;
        this.current = current;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Transaction transaction = current.get();
        try {
            return transaction == null
                    ? handle(new ReadingHandle(connections.take(Connections.Kind.MAIN)))
                    : handle(new TransactionHandle(transaction.open(), transaction));
        } catch (DatabaseUnavailable e) {
            // persistence providers are prepared for nothing else
            throw new SQLTransientConnectionException(e.getMessage(), "08001", e);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter writer) {
        // the pool logs
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // the pool decides
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("nothing is behind this data source: use Transactions");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    private static Connection handle(ConnectionHandle handle) {
        ClassLoader loader = TransactionalDataSource.class.getClassLoader();
        return (Connection) Proxy.newProxyInstance(loader, new Class<?>[] {Connection.class}, handle);
    }
}
