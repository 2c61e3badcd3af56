// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartems.persistence.internal.Sql;

class VisibilityTest extends TransactionsFixture {

    @Test
    void jdbcSeesPendingEntities() throws Exception {
        String name = newName();
        tx.run(() -> {
            tx.em(one).persist(new Alpha(name));
            assertThat(Sql.number(tx.connection(), "select count(*) from alpha where name = '" + name + "'"))
                    .isOne();
        });
    }

    @Test
    void nothingIsCachedBetweenTransactions() throws Exception {
        Alpha alpha = addAlpha(newName());
        tx.run(() -> jdbc("update alpha set n = 42, version = version + 1 where id = " + alpha.id()));
        assertThat(find(alpha.id()).n()).isEqualTo(42);
    }

    @Test
    void lazyCollectionIsReadInside() throws Exception {
        Alpha added = addAlpha(newName());
        tx.run(() -> {
            Alpha alpha = find(added.id());
            assertThat(one.getPersistenceUnitUtil().isLoaded(alpha, "notes")).isFalse();
            assertThat(alpha.notes()).hasSize(1);
        });
    }

    @Test
    void insertsAndUpdatesInBatches() throws Exception {
        String prefix = newName();
        tx.run(() -> {
            for (int i = 0; i < 500; i++) {
                tx.em(one).persist(new Alpha(prefix + "-" + i));
            }
        });
        tx.run(() -> {
            List<Alpha> all = tx.em(one)
                    .createQuery("select a from Alpha a where a.name like :name", Alpha.class)
                    .setParameter("name", prefix + "-%")
                    .getResultList();
            assertThat(all).hasSize(500);
            all.forEach(alpha -> alpha.setN(3));
        });
        tx.run(() -> assertThat(
                        Sql.number(tx.connection(), "select sum(n) from alpha where name like '" + prefix + "-%'"))
                .isEqualTo(1500));
    }
}
