// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.smartems.persistence.internal.Sql;

class MisuseTest extends TransactionsFixture {

    @Test
    void needsATransaction() throws Exception {
        assertThatThrownBy(() -> tx.em(one)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> tx.connection()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> tx.setRollbackOnly()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void readsOutsideOfTransactions() throws Exception {
        try (Connection connection = facade.getConnection()) {
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(Sql.number(connection, "select 1")).isOne();
        }
        EntityManager own = one.createEntityManager();
        try {
            own.createQuery("select count(a) from Alpha a").getSingleResult();
        } finally {
            own.close();
        }
    }

    @Test
    void refusesToBeginOnAConnectionOutside() throws Exception {
        try (Connection connection = facade.getConnection()) {
            assertThatThrownBy(() -> connection.setAutoCommit(false))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Transactions.call()");
        }
    }

    @Test
    void refusesToWriteThroughAnOwnEntityManager() throws Exception {
        String name = newName();
        EntityManager own = one.createEntityManager();
        try {
            assertThatThrownBy(() -> {
                        own.getTransaction().begin();
                        own.persist(new Alpha(name));
                        own.getTransaction().commit();
                    })
                    .hasStackTraceContaining("Transactions.call()");
        } finally {
            own.close();
        }
        assertThat(alphas(name)).isZero();
    }

    @Test
    void handleIsDeadAfterTheEnd() throws Exception {
        Connection kept = tx.call(() -> {
            Connection connection = tx.connection();
            Sql.number(connection, "select 1");
            return connection;
        });
        assertThat(kept.isClosed()).isTrue();
        assertThatThrownBy(kept::createStatement).hasMessageContaining("has ended");
    }

    @Test
    void handleIsDeadAfterItsClose() throws Exception {
        tx.run(() -> {
            Connection first = tx.connection();
            first.close();
            first.close();
            assertThat(first.isClosed()).isTrue();
            assertThatThrownBy(first::createStatement).hasMessageContaining("closed");
            assertThat(Sql.number(tx.connection(), "select 1")).isOne();
        });
    }

    @Test
    void handleRefusesOtherThreads() throws Exception {
        tx.run(() -> {
            Connection connection = tx.connection();
            CompletableFuture<Long> other = CompletableFuture.supplyAsync(() -> read(connection));
            assertThatThrownBy(other::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasStackTraceContaining("another thread");
        });
    }

    @Test
    void handleRefusesAbort() throws Exception {
        tx.run(() -> assertThatThrownBy(() -> tx.connection().abort(Runnable::run))
                .isInstanceOf(SQLFeatureNotSupportedException.class));
    }

    private static long read(Connection connection) {
        try {
            return Sql.number(connection, "select 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
