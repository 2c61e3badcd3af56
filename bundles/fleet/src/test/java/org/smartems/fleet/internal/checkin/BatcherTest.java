// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.smartems.testing.Eventually;

class BatcherTest {

    private record Batch(List<Integer> requests, Thread thread) {}

    private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(16);

    @Test
    void letsWhatWaitsShareABatchUpToItsSize() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        Batcher<Integer> batcher = batcher(2, first);
        batcher.submit(1, false);
        Eventually.until("the first batch is taken", () -> batcher.waiting() == 0);
        for (int request = 2; request <= 4; request++) {
            batcher.submit(request, false);
        }
        first.countDown();
        batcher.close();
        assertThat(batches).extracting(Batch::requests).containsExactly(List.of(1), List.of(2, 3), List.of(4));
        assertThat(batches).extracting(Batch::thread).doesNotContain(Thread.currentThread());
    }

    @Test
    void letsEachThreadWorkAloneWhenNothingIsToBeShared() {
        Batcher<Integer> batcher = batcher(1, new CountDownLatch(0));
        batcher.announce();
        assertThat(batcher.submit(1, true)).isTrue();
        assertThat(batches).containsExactly(new Batch(List.of(1), Thread.currentThread()));
        batcher.close();
        assertThat(batcher.submit(2, false)).isFalse();
        assertThat(batches).hasSize(1);
    }

    @Test
    void anotherThreadBeginsOnlyWithABatchThatIsWorthIt() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        Batcher<Integer> batcher = batcher(2, 128, first);
        batcher.submit(1, false);
        Eventually.until("the first batch is taken", () -> batches.size() == 1);
        for (int request = 1; request <= 31; request++) {
            batcher.submit(request, false);
        }
        assertThat(batcher.waiting()).isEqualTo(31);
        batcher.submit(32, false);
        Eventually.until("another thread has taken them", () -> batches.size() == 2);
        first.countDown();
        batcher.close();
        assertThat(batches).extracting(batch -> batch.requests().size()).containsExactly(1, 32);
        assertThat(batches).extracting(Batch::thread).doesNotHaveDuplicates();
    }

    @Test
    void anotherThreadHelpsWhenOneWorksForLong() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        Batcher<Integer> batcher = batcher(new Batcher.Size(2, 128, Duration.ofMillis(20)), first);
        batcher.submit(1, false);
        Eventually.until("the first batch is taken", () -> batches.size() == 1);
        batcher.submit(2, false);
        Eventually.until("another thread has taken the second one", () -> batches.size() == 2);
        first.countDown();
        batcher.close();
        assertThat(batches).extracting(Batch::thread).doesNotHaveDuplicates();
    }

    private Batcher<Integer> batcher(int most, CountDownLatch first) {
        return batcher(1, most, first);
    }

    private Batcher<Integer> batcher(int threads, int most, CountDownLatch first) {
        return batcher(new Batcher.Size(threads, most, Duration.ofMinutes(1)), first);
    }

    private Batcher<Integer> batcher(Batcher.Size size, CountDownLatch first) {
        return new Batcher<>("test", size, (batch, next) -> true, batch -> {
            batches.add(new Batch(List.copyOf(batch), Thread.currentThread()));
            await(first);
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
