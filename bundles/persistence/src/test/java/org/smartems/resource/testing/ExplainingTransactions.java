// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.smartems.persistence.Transactions;

/** Keeps the plan of every query of plain JDBC, made for the values that it runs with. */
public final class ExplainingTransactions implements Transactions {

    private final Transactions target;
    private final List<String> plans = new ArrayList<>();

    public ExplainingTransactions(Transactions target) {
        this.target = target;
    }

    /** Queries with their plans since the last call. */
    public List<String> take() {
        List<String> taken = List.copyOf(plans);
        plans.clear();
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
        return proxy(Connection.class, (method, values) -> {
            Object result = invoke(connection, method, values);
            boolean query = method.getName().equals("prepareStatement") && ((String) values[0]).startsWith("select");
            return query ? explaining(connection, (String) values[0], (PreparedStatement) result) : result;
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

    private PreparedStatement explaining(Connection connection, String sql, PreparedStatement real)
            throws SQLException {
        PreparedStatement explain = connection.prepareStatement("explain " + sql);
        return proxy(PreparedStatement.class, (method, values) -> {
            if (method.getName().startsWith("set") && values.length == 2 && values[0] instanceof Integer) {
                invoke(explain, method, values);
            }
            if (method.getName().equals("executeQuery")) {
                plans.add(sql + plan(explain));
            }
            if (method.getName().equals("close")) {
                explain.close();
            }
            return invoke(real, method, values);
        });
    }

    private static String plan(PreparedStatement explain) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet rows = explain.executeQuery()) {
            while (rows.next()) {
                plan.append('\n').append(rows.getString(1));
            }
        }
        return plan.toString();
    }

    private interface Handler {
        Object handle(Method method, Object[] values) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, values) -> handler.handle(method, values)));
    }

    private static Object invoke(Object target, Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(target, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
