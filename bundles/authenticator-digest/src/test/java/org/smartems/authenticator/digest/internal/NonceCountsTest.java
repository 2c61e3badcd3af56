// SPDX-License-Identifier: Apache-2.0
package org.smartems.authenticator.digest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NonceCountsTest {

    private final MovableClock clock = new MovableClock();
    private final NonceCounts counts = new NonceCounts(clock, 3);

    @Test
    void takesEachCountOnce() {
        for (long count : new long[] {1, 3, 2, 66, 0xffffffffL}) {
            assertThat(use("a", count)).as("first use of %s", count).isTrue();
            assertThat(use("a", count)).as("second use of %s", count).isFalse();
        }
        assertThat(use("b", 1)).isTrue();
    }

    @Test
    void remembersTheSixtyThreeBelowTheHighest() {
        assertThat(use("a", 100)).isTrue();
        assertThat(use("a", 37)).isTrue();
        assertThat(use("a", 37)).isFalse();
        assertThat(use("a", 36)).isFalse();
        assertThat(use("a", 163)).isTrue();
        assertThat(use("a", 100)).isFalse();
        assertThat(use("a", 101)).isTrue();
    }

    @Test
    void takesWhatItHadToForgetForUsed() {
        long old = expiry();
        assertThat(counts.use("old", old, 1)).isTrue();
        clock.advance(1000);
        for (String nonce : new String[] {"b", "c", "d"}) {
            assertThat(use(nonce, 1)).isTrue();
        }
        assertThat(counts.use("old", old, 1)).isFalse();
        assertThat(counts.use("old", old, 2)).isFalse();
        assertThat(use("b", 1)).isFalse();
        assertThat(use("b", 2)).isTrue();
    }

    @Test
    void keepsNoNonceBeyondItsExpiry() {
        for (int i = 0; i < 10; i++) {
            assertThat(use("a" + i, 1)).isTrue();
            assertThat(use("b" + i, 1)).isTrue();
            clock.advance(Nonces.LIFETIME.toMillis() + 1000);
            assertThat(use("c" + i, 1)).isTrue();
        }
    }

    @Test
    void takesNoncesForUsedThatAreOlderThanItself() {
        long old = expiry();
        clock.advance(1000);
        NonceCounts restarted = new NonceCounts(clock, 3);
        assertThat(restarted.use("a", old, 1)).isFalse();
        assertThat(restarted.use("b", expiry(), 1)).isTrue();
    }

    private boolean use(String nonce, long count) {
        return counts.use(nonce, expiry(), count);
    }

    private long expiry() {
        return clock.instant().plus(Nonces.LIFETIME).toEpochMilli();
    }
}
