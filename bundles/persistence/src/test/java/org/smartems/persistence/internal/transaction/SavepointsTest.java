// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.junit.jupiter.api.Test;

class SavepointsTest extends TransactionsFixture {

    @Test
    void undoesOnlyWhatCameAfterIt() throws Exception {
        String name = newName();
        tx.run(() -> {
            addAlpha(name);
            Connection connection = tx.connection();
            Savepoint savepoint = connection.setSavepoint();
            try {
                jdbc("insert into nowhere values (1)");
            } catch (SQLException expected) {
                connection.rollback(savepoint);
            }
            insertPlain(name);
        });
        assertThat(alphas(name)).isOne();
        assertThat(plains(name)).isOne();
    }
}
