// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import javax.persistence.PersistenceException;
import org.junit.jupiter.api.Test;
import org.smartems.persistence.internal.Sql;

class SeparateTransactionsTest extends TransactionsFixture {

    @Test
    void survivesTheRollbackOfTheOuterOne() throws Exception {
        String name = newName();
        assertThatThrownBy(() -> tx.run(() -> {
                    addAlpha(name);
                    tx.separately(() -> {
                        addAlpha(name + "s");
                        insertPlain(name);
                        return null;
                    });
                    throw new IOException("outer");
                }))
                .isInstanceOf(IOException.class);
        assertThat(alphas(name)).isZero();
        assertThat(alphas(name + "s")).isOne();
        assertThat(plains(name)).isOne();
    }

    @Test
    void itsFailureLeavesTheOuterOneAlone() throws Exception {
        String name = newName();
        tx.run(() -> {
            addAlpha(name);
            assertThatThrownBy(() -> tx.separately(() -> {
                        insertPlain(name);
                        addBeta(1L, -1);
                        return null;
                    }))
                    .isInstanceOf(PersistenceException.class);
        });
        assertThat(alphas(name)).isOne();
        assertThat(plains(name)).isZero();
    }

    @Test
    void hasAConnectionAndEntityManagersOfItsOwn() throws Exception {
        tx.run(() -> {
            String pid = "select pg_backend_pid()";
            long outer = Sql.number(tx.connection(), pid);
            assertThat(tx.<Long, Exception>separately(() -> Sql.number(tx.connection(), pid)))
                    .isNotEqualTo(outer);
            assertThat(tx.separately(() -> tx.em(one))).isNotSameAs(tx.em(one));
            assertThat(Sql.number(tx.connection(), pid)).isEqualTo(outer);
        });
    }

    @Test
    void worksWithoutAnOuterOne() throws Exception {
        String name = newName();
        tx.separately(() -> addAlpha(name));
        assertThat(alphas(name)).isOne();
    }

    @Test
    void isRefusedInsideItself() throws Exception {
        assertThatThrownBy(() -> tx.separately(() -> tx.call(() -> tx.separately(() -> 1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("separately");
    }

    @Test
    void givesUpOnARowThatTheOuterOneHasLocked() throws Exception {
        Alpha alpha = addAlpha(newName());
        assertThatThrownBy(() -> tx.run(() -> {
                    bump(alpha.id());
                    tx.connection();
                    tx.separately(() -> {
                        jdbc("update alpha set n = 7 where id = " + alpha.id());
                        return null;
                    });
                }))
                .hasMessageContaining("lock timeout");
        assertThat(number(alpha.id())).isZero();
    }
}
