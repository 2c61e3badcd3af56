// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.smartems.persistence.Transactions;

/** Notes every statement of plain JDBC in the transactions of another one. */
public final class CountingTransactions implements Transactions {

    private final Transactions target;
    private final List<String> statements = new CopyOnWriteArrayList<>();

    public CountingTransactions(Transactions target) {
        this.target = target;
    }

    /** What was prepared since the last call. */
    public List<String> take() {
        List<String> taken = List.copyOf(statements);
        statements.clear();
        return taken;
    }

    @Override
    public <T, E extends Exception> T call(Work<T, E> work) throws E {
        return target.call(work);
    }

    @Override
    public <T, E extends Exception> T separately(Work<T, E> work) throws E {
        return target.separately(work);
    }

    @Override
    public EntityManager em(EntityManagerFactory unit) {
        return target.em(unit);
    }

    @Override
    public Connection connection() {
        Connection connection = target.connection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, values) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.add((String) values[0]);
                    }
                    try {
                        return method.invoke(connection, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public boolean active() {
        return target.active();
    }

    @Override
    public void setRollbackOnly() {
        target.setRollbackOnly();
    }
}
