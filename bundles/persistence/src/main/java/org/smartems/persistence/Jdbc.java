// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.persistence.PersistenceException;

/**
 * Plain SQL on the connection of the current transaction, for what needs no entity.
 *
 * <p>Every method must run inside {@link Transactions#call}; a failing statement is a {@link PersistenceException} with
 * the {@link SQLException} as its cause, and the transaction can then only be rolled back. Parameters may be of any
 * type that the driver takes, and {@link Instant}.
 */
public final class Jdbc {

    private final Transactions transactions;

    /**
     * Statements within the given transactions.
     *
     * @param transactions whose connection is used
     */
    public Jdbc(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Reads one row of a result.
     *
     * @param <T> what it becomes
     */
    @FunctionalInterface
    public interface Row<T> {
        /**
         * Reads the row that the result stands on.
         *
         * @param row positioned; not to be moved or kept
         * @return the value, not null
         * @throws SQLException as the driver throws it
         */
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Runs a statement that changes rows.
     *
     * @param sql with a question mark for each value
     * @param values in order
     * @return the number of rows changed
     */
    public int update(String sql, Object... values) {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /**
     * Runs a query and reads every row.
     *
     * @param <T> what a row becomes
     * @param sql with a question mark for each value
     * @param row reads one row
     * @param values in order
     * @return the rows, in the order of the result
     */
    public <T> List<T> list(String sql, Row<T> row, Object... values) {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(row.read(rows));
            }
            return list;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /**
     * Runs a query and reads its first row.
     *
     * @param <T> what the row becomes
     * @param sql with a question mark for each value
     * @param row reads the row
     * @param values in order
     * @return empty when there is no row
     */
    public <T> Optional<T> first(String sql, Row<T> row, Object... values) {
        return list(sql, row, values).stream().findFirst();
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = transactions.connection().prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, parameter(values[i]));
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static Object parameter(Object value) {
        return value instanceof Instant instant ? OffsetDateTime.ofInstant(instant, ZoneOffset.UTC) : value;
    }
}
