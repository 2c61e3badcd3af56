// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import javax.persistence.OptimisticLockException;
import javax.persistence.PersistenceException;
import org.junit.jupiter.api.Test;

class ConcurrencyTest extends TransactionsFixture {

    private static final int THREADS = 20; // more than the pools have connections
    private static final int TASKS = 200;

    @Test
    void everyTransactionIsWholeOrAbsent() throws Exception {
        Alpha alpha = addAlpha(newName());
        String name = alpha.name();
        long before = betas();
        List<Throwable> failures = all(i -> () -> {
            tx.run(() -> {
                bump(alpha.id());
                addBeta(alpha.id(), i % 10 == 9 ? -1 : 1);
                insertPlain(name);
            });
            return null;
        });
        assertThat(failures).hasSize(20).hasOnlyElementsOfType(PersistenceException.class);
        assertThat(number(alpha.id())).isEqualTo(180);
        assertThat(betas()).isEqualTo(before + 180);
        assertThat(plains(name)).isEqualTo(180);
    }

    @Test
    void noUpdateIsLost() throws Exception {
        Alpha alpha = addAlpha(newName());
        List<Throwable> failures = all(i -> () -> {
            tx.run(() -> {
                Alpha found = find(alpha.id());
                found.setN(found.n() + 1);
            });
            return null;
        });
        assertThat(failures).allMatch(OptimisticLockException.class::isInstance);
        assertThat(number(alpha.id())).isEqualTo(TASKS - failures.size());
    }

    @Test
    void separateOnesDoNotStarveEachOther() throws Exception {
        String name = newName();
        List<Throwable> failures = all(i -> () -> {
            tx.run(() -> {
                jdbc("select 1");
                tx.separately(() -> {
                    insertPlain(name);
                    return null;
                });
            });
            return null;
        });
        assertThat(failures).isEmpty();
        assertThat(plains(name)).isEqualTo(TASKS);
    }

    private static List<Throwable> all(IntFunction<Callable<Void>> task) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < TASKS; i++) {
                running.add(threads.submit(task.apply(i)));
            }
            List<Throwable> failures = new ArrayList<>();
            for (Future<Void> future : running) {
                try {
                    future.get();
                } catch (ExecutionException e) {
                    failures.add(e.getCause());
                }
            }
            return failures;
        } finally {
            threads.shutdownNow();
        }
    }
}
