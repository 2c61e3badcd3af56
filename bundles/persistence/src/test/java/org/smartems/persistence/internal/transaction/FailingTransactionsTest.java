// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.persistence.PersistenceException;
import org.junit.jupiter.api.Test;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.persistence.Transactions.RolledBack;
import org.smartems.persistence.internal.Sql;
import org.smartems.testing.Eventually;

class FailingTransactionsTest extends TransactionsFixture {

    @Test
    void failingFlushOfTheSecondUnitUndoesAll() throws Exception {
        String name = newName();
        long before = betas();
        assertThatThrownBy(() -> tx.run(() -> {
                    Alpha alpha = addAlpha(name);
                    insertPlain(name);
                    addBeta(alpha.id(), -1);
                }))
                .isInstanceOf(PersistenceException.class)
                .hasStackTraceContaining("beta_v_check");
        assertThat(alphas(name) + plains(name)).isZero();
        assertThat(betas()).isEqualTo(before);
    }

    @Test
    void failureOfTheFinalFlushUndoesAll() throws Exception {
        String name = newName();
        assertThatThrownBy(() -> tx.run(() -> {
                    addAlpha(name);
                    tx.em(two).persist(new Beta(1L, 1));
                    tx.em(one).persist(new Alpha(name));
                }))
                .isInstanceOf(PersistenceException.class)
                .hasStackTraceContaining("alpha_name_key");
        assertThat(alphas(name)).isZero();
    }

    @Test
    void deferredConstraintFailsTheCommit() throws Exception {
        String name = newName();
        assertThatThrownBy(() -> tx.run(() -> {
                    addAlpha(name);
                    jdbc("insert into deferred values (1, 77), (2, 77)");
                }))
                .isInstanceOf(RolledBack.class)
                .hasRootCauseInstanceOf(SQLException.class)
                .hasMessageContaining("deferred_alpha_id_key");
        assertThat(alphas(name)).isZero();
    }

    /** The driver turns the commit of a failed transaction into a silent rollback. */
    @Test
    void ignoredSqlErrorFailsTheCommit() throws Exception {
        String name = newName();
        assertThatThrownBy(() -> tx.run(() -> {
                    addAlpha(name);
                    try {
                        jdbc("insert into nowhere values (1)");
                    } catch (SQLException ignored) {
                        // the mistake under test
                    }
                }))
                .isInstanceOf(RolledBack.class)
                .hasMessageContaining("ignored");
        assertThat(alphas(name)).isZero();
    }

    @Test
    void errorRollsBack() throws Exception {
        String name = newName();
        assertThatThrownBy(() -> tx.run(() -> {
                    addAlpha(name);
                    throw new StackOverflowError("thrown");
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(alphas(name)).isZero();
    }

    @Test
    void checkedExceptionComesUnwrapped() throws Exception {
        IOException thrown = new IOException("checked");
        assertThatThrownBy(() -> tx.run(() -> {
                    insertPlain("x");
                    throw thrown;
                }))
                .isSameAs(thrown);
    }

    @Test
    void rollbackOnAHandleMarksTheTransaction() throws Exception {
        String name = newName();
        assertThatThrownBy(() -> tx.run(() -> {
                    addAlpha(name);
                    try (Connection connection = facade.getConnection()) {
                        connection.rollback();
                    }
                }))
                .isInstanceOf(RolledBack.class);
        assertThat(alphas(name)).isZero();
    }

    @Test
    void commitOnAHandleIsIgnored() throws Exception {
        String name = newName();
        assertThatThrownBy(() -> tx.run(() -> {
                    try (Connection connection = facade.getConnection();
                            Statement statement = connection.createStatement()) {
                        connection.setAutoCommit(false);
                        statement.execute("insert into plain values ('" + name + "')");
                        connection.commit();
                        connection.setAutoCommit(true);
                    }
                    throw new IOException("afterwards");
                }))
                .isInstanceOf(IOException.class);
        assertThat(plains(name)).isZero();
    }

    @Test
    void killedBackendIsAnOutage() throws Exception {
        String name = newName();
        assertThatThrownBy(() -> tx.run(() -> {
                    addAlpha(name);
                    long pid = Sql.number(tx.connection(), "select pg_backend_pid()");
                    Sql.execute(POSTGRES.dataSource(), "select pg_terminate_backend(" + pid + ")");
                    String alive = "select count(*) from pg_stat_activity where pid = " + pid;
                    Eventually.until("the backend is gone", () -> zero(alive));
                    addBeta(1L, 1);
                }))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasCauseInstanceOf(PersistenceException.class);
        assertThat(alphas(name)).isZero();
        addAlpha(name);
        assertThat(alphas(name)).isOne();
    }

    private static boolean zero(String count) {
        try {
            return committed(count) == 0;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
