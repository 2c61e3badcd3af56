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
        assertThat(counter.reserve("a", 2, MINUTE)).isTrue();
        assertThat(counter.reserve("b", 2, MINUTE)).isTrue();
        clock.advanceSeconds(59);
        assertThat(counter.reserve("a", 2, MINUTE)).isTrue();
        assertThat(counter.reserve("a", 2, MINUTE)).isFalse();
        clock.advanceSeconds(1);
        assertThat(counter.reserve("a", 1, MINUTE)).isTrue();
        assertThat(counter.reserve("b", 1, MINUTE)).isTrue();
    }

    @Test
    void takesBackWhatWasNoFailure() {
        assertThat(counter.reserve("a", 1, MINUTE)).isTrue();
        counter.release("a");
        assertThat(counter.reserve("a", 1, MINUTE)).isTrue();
        assertThat(counter.reserve("a", 1, MINUTE)).isFalse();
        counter.release("never seen");
        assertThat(counter.reserve("never seen", 1, MINUTE)).isTrue();
    }

    @Test
    void forgetsTheKeyNotSeenForLongest() {
        for (int i = 0; i < 10_000; i++) {
            counter.reserve("key" + i, 1, MINUTE);
        }
        assertThat(counter.reserve("key0", 1, MINUTE)).isFalse();
        counter.reserve("one more", 1, MINUTE);
        assertThat(counter.reserve("key0", 1, MINUTE)).isFalse();
        assertThat(counter.reserve("key1", 1, MINUTE)).isTrue();
    }

    @Test
    void countsTheNetworkOfAnAddressThatItsOwnerMayChange() {
        assertThat(Network.of("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(Network.of("2001:db8:0:1::7")).isEqualTo(Network.of("2001:db8:0:1:ffff::1"));
        assertThat(Network.of("2001:db8:0:1::7")).isNotEqualTo(Network.of("2001:db8:0:2::7"));
        assertThat(Network.of("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
    }
}
