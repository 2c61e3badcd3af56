// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PermitsTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final long PLENTY = Long.MAX_VALUE;

    private final AtomicLong clock = new AtomicLong();
    private final Permits permits =
            new Permits(new Limits(1, LONG, LONG, Duration.ofMillis(50), 3, LONG, PLENTY), clock::get);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void aMachineThatStoodStillMakesNoPlugInLookSlow() throws Exception {
        Call inside = call();
        assertThat(permits.take(inside, false)).isTrue();
        Future<Boolean> waiting = threads.submit(() -> permits.take(call(), false));
        assertThatThrownBy(() -> waiting.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        permits.giveBack(inside);
        assertThat(waiting.get()).isTrue();
    }

    @Test
    void nobodyWaitsForAPlugInWithoutProgress() {
        assertThat(permits.take(call(), false)).isTrue();
        clock.addAndGet(Duration.ofMillis(50).toNanos());
        assertThat(permits.take(call(), false)).isFalse();
    }

    private static Call call() {
        return new Call(null, null, null, () -> {});
    }
}
