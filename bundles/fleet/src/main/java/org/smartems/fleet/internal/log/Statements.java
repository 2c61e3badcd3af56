// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.persistence.PersistenceException;
import org.smartems.persistence.Transactions;

/** Runs statements that write many rows, in the transaction of the thread. */
public final class Statements {

    private final Transactions transactions;

    /** In these transactions. */
    public Statements(Transactions transactions) {
        this.transactions = transactions;
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
