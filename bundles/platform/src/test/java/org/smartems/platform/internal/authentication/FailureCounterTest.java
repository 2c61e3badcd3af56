// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.smartems.platform.internal.TestClock;

class FailureCounterTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TestClock clock = new TestClock();
    private final FailureCounter counter = new FailureCounter(clock);

    @Test
    void countsEachKeyWithinItsWindow() {
        counter.failed("a", MINUTE);
        counter.failed("b", MINUTE);
        clock.advanceSeconds(59);
        counter.failed("a", MINUTE);
        assertThat(counter.reached("a", 2)).isTrue();
        assertThat(counter.reached("b", 2)).isFalse();
        clock.advanceSeconds(59);
        assertThat(counter.reached("a", 2)).isTrue();
        assertThat(counter.reached("b", 1)).isFalse();
        clock.advanceSeconds(1);
        assertThat(counter.reached("a", 1)).isFalse();
    }

    @Test
    void forgetsTheKeyNotSeenForLongest() {
        for (int i = 0; i < 10_000; i++) {
            counter.failed("key" + i, MINUTE);
        }
        assertThat(counter.reached("key0", 1)).isTrue();
        counter.failed("one more", MINUTE);
        assertThat(counter.reached("key0", 1)).isTrue();
        assertThat(counter.reached("key1", 1)).isFalse();
        assertThat(counter.reached("one more", 1)).isTrue();
    }
}
