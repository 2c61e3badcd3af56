// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.smartems.persistence.Transactions.RolledBack;
import org.smartems.persistence.internal.Sql;

class NestedTransactionsTest extends TransactionsFixture {

    @Test
    void commitsTwoUnitsAndJdbcTogether() throws Exception {
        String name = newName();
        long before = betas();
        tx.call(() -> {
            Alpha alpha = addAlpha(name);
            addBeta(alpha.id(), 1);
            insertPlain(name);
            assertThat(alphas(name) + betas() - before + plains(name)).isZero();
            return null;
        });
        assertThat(alphas(name)).isOne();
        assertThat(betas()).isEqualTo(before + 1);
        assertThat(plains(name)).isOne();
    }

    @Test
    void usesOneConnectionForEverything() throws Exception {
        tx.run(() -> {
            String pid = "select pg_backend_pid()";
            addBeta(addAlpha(newName()).id(), 1);
            Number first = (Number) tx.em(one).createNativeQuery(pid).getSingleResult();
            Number second = (Number) tx.em(two).createNativeQuery(pid).getSingleResult();
            long third = Sql.number(tx.connection(), pid);
            assertThat(first).isEqualTo(second);
            assertThat(first.longValue()).isEqualTo(third);
            assertThat(database.active(Connections.Kind.MAIN)).isOne();
        });
    }

    @Test
    void takesNoConnectionBeforeItIsNeeded() throws Exception {
        tx.run(() -> assertThat(database.active(Connections.Kind.MAIN)).isZero());
    }

    @Test
    void innerCallJoins() throws Exception {
        String name = newName();
        tx.run(() -> {
            addAlpha(name);
            tx.run(() -> insertPlain(name));
            assertThat(plains(name)).isZero();
        });
        assertThat(alphas(name)).isOne();
        assertThat(plains(name)).isOne();
    }

    @Test
    void innerFailureRollsBackTheOuterOne() throws Exception {
        String name = newName();
        assertThatThrownBy(() -> tx.run(() -> {
                    addAlpha(name);
                    tx.run(() -> {
                        throw new IOException("inner");
                    });
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("inner");
        assertThat(alphas(name)).isZero();
    }

    @Test
    void ignoredInnerFailureStillRollsBack() throws Exception {
        String name = newName();
        IllegalStateException inner = new IllegalStateException("inner");
        assertThatThrownBy(() -> tx.run(() -> {
                    addAlpha(name);
                    try {
                        tx.run(() -> {
                            throw inner;
                        });
                    } catch (IllegalStateException ignored) {
                        // the mistake under test
                    }
                }))
                .isInstanceOf(RolledBack.class)
                .hasCause(inner);
        assertThat(alphas(name)).isZero();
    }

    @Test
    void rollbackOnlyOfAnInnerCallEndsTheOuterOne() throws Exception {
        String name = newName();
        assertThatThrownBy(() -> tx.run(() -> {
                    addAlpha(name);
                    tx.run(tx::setRollbackOnly);
                }))
                .isInstanceOf(RolledBack.class);
        assertThat(alphas(name)).isZero();
    }

    @Test
    void sameEntityManagerDuringOneTransaction() throws Exception {
        tx.run(() -> assertThat(tx.em(one)).isSameAs(tx.call(() -> tx.em(one))).isNotSameAs(tx.em(two)));
    }
}
