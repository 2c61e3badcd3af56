// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.junit.jupiter.api.Test;
import org.smartems.testing.Eventually;

class FeatureResolverWarmUpTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final Queue<Object[]> calls = new ConcurrentLinkedQueue<>();

    @Test
    void resolvesSomeTimesAndChangesNothing() {
        FeatureResolverWarmUp warmUp = warmUp((proxy, method, arguments) -> called(arguments));
        Eventually.until("ended", warmUp::ended);
        assertThat(calls).hasSize(FeatureResolverWarmUp.RUNS).allSatisfy(call -> assertThat(call)
                .containsExactly(Map.of(), EnumSet.of(Option.Simulate)));
    }

    @Test
    void goesOnWhenOneRunFails() {
        FeatureResolverWarmUp warmUp = warmUp((proxy, method, arguments) -> {
            called(arguments);
            throw new IllegalStateException("another change is under way");
        });
        Eventually.until("ended", warmUp::ended);
        assertThat(calls).hasSize(FeatureResolverWarmUp.RUNS);
    }

    @Test
    void endsAtOnceWhenTheServerStops() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        FeatureResolverWarmUp warmUp = warmUp((proxy, method, arguments) -> {
            running.countDown();
            Thread.sleep(Duration.ofMinutes(5).toMillis());
            return null;
        });
        running.await();
        warmUp.close();
        Eventually.until("ended", warmUp::ended);
    }

    private Object called(Object... arguments) {
        calls.add(arguments);
        return null;
    }

    private static FeatureResolverWarmUp warmUp(InvocationHandler handler) {
        Class<FeaturesService> type = FeaturesService.class;
        return new FeatureResolverWarmUp(
                type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler)),
                AT_ONCE,
                AT_ONCE);
    }
}
