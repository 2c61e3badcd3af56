// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.persistence.PersistenceException;
import org.smartems.persistence.Transactions;

/** Runs statements that write many rows, in the transaction of the thread. */
public final class Statements {

    /**
     * Begins a text of several statements. How they are carried out does not depend on how many rows they are given, so
     * planning them once is enough; PostgreSQL would plan anew for few rows, which costs more than to carry them out.
     */
    public static final String GENERIC_PLANS = "set local plan_cache_mode = force_generic_plan;";

    private final Transactions transactions;

    /** In these transactions. */
    public Statements(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Runs a text that begins with settings such as {@link #GENERIC_PLANS}, and answers the result that follows. */
    public static ResultSet result(PreparedStatement statement) throws SQLException {
        boolean hasRows = statement.execute();
        while (!hasRows && (statement.getMoreResults() || statement.getUpdateCount() >= 0)) {
            hasRows = statement.getResultSet() != null;
        }
        return statement.getResultSet();
    }

    /**
     * Writes rows in one round trip; without any it does nothing.
     *
     * @param sql one statement for each of the rows, separated by semicolons
     * @param all rows; the first ones decide whether there is anything to do
     */
    public void write(String sql, Rows... all) {
        if (all[0].isEmpty()) {
            return;
        }
        Connection connection = transactions.connection();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int bound = 0;
            for (Rows rows : all) {
                bound = rows.bind(connection, statement, bound);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
