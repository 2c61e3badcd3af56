// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Lets several threads begin at the same moment. */
public final class Together {

    /** How it ended for each thread. */
    public record Outcome<T>(List<T> results, List<Throwable> failures) {}

    private Together() {}

    public static <T> Outcome<T> run(int threads, IntFunction<Callable<T>> work) throws InterruptedException {
        CyclicBarrier begin = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Callable<T> one = work.apply(i);
                running.add(pool.submit(() -> {
                    begin.await();
                    return one.call();
                }));
            }
            return outcome(running);
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> Outcome<T> outcome(List<Future<T>> running) throws InterruptedException {
        Outcome<T> outcome = new Outcome<>(new ArrayList<>(), new ArrayList<>());
        for (Future<T> one : running) {
            try {
                outcome.results().add(one.get());
            } catch (ExecutionException e) {
                outcome.failures().add(e.getCause());
            }
        }
        return outcome;
    }
}
