// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import javax.persistence.OptimisticLockException;
import org.junit.jupiter.api.Test;

class LocksTest extends TransactionsFixture {

    @Test
    void lostUpdateSurfacesAsItself() throws Exception {
        Alpha alpha = addAlpha(newName());
        long before = betas();
        assertThatThrownBy(() -> tx.run(() -> {
                    find(alpha.id()).setN(5);
                    addBeta(alpha.id(), 1);
                    bumpBeside(alpha);
                }))
                .isInstanceOf(OptimisticLockException.class);
        assertThat(number(alpha.id())).isOne();
        assertThat(betas()).isEqualTo(before);
    }

    @Test
    void lostUpdateInsideABatchSurfacesAsItself() throws Exception {
        List<Alpha> alphas =
                IntStream.range(0, 5).mapToObj(i -> addAlpha(newName())).toList();
        assertThatThrownBy(() -> tx.run(() -> {
                    alphas.forEach(alpha -> find(alpha.id()).setN(9));
                    bumpBeside(alphas.get(2));
                }))
                .isInstanceOf(OptimisticLockException.class);
        assertThat(number(alphas.get(0).id())).isZero();
        assertThat(number(alphas.get(2).id())).isOne();
    }

    private static void bumpBeside(Alpha alpha) {
        tx.separately(() -> {
            bump(alpha.id());
            return null;
        });
    }
}
