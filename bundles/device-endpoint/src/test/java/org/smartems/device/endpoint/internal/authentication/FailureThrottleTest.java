// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FailureThrottleTest {

    private final AtomicLong now = new AtomicLong(-5);
    private final FailureThrottle throttle = new FailureThrottle(now::get);

    @Test
    void letsTwentyFailuresAMinutePass() {
        fail(20, "a", "user");
        assertThat(throttle.failed("a", "user")).hasValue(61);
        assertThat(throttle.failed("a", "other")).isEmpty();
        assertThat(throttle.failed("b", "user")).isEmpty();
    }

    @Test
    void beginsAnewAfterAMinute() {
        fail(20, "a", "user");
        now.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(throttle.failed("a", "user")).hasValue(2);
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        fail(20, "a", "user");
        assertThat(throttle.failed("a", "user")).isPresent();
    }

    @Test
    void letsTwoHundredFailuresOfOneAddressPass() {
        for (int i = 0; i < 200; i++) {
            assertThat(throttle.failed("a", "user" + i)).isEmpty();
        }
        assertThat(throttle.failed("a", "user")).isPresent();
        assertThat(throttle.failed("b", "user")).isEmpty();
    }

    @Test
    void forgetsTheOldestOfTooMany() {
        fail(20, "a", "user");
        for (int i = 0; i < 10_000; i++) {
            throttle.failed("address" + i, "user");
        }
        assertThat(throttle.failed("a", "user")).isEmpty();
    }

    private void fail(int times, String address, String username) {
        for (int i = 0; i < times; i++) {
            assertThat(throttle.failed(address, username)).isEmpty();
        }
    }
}
