// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefusalBurstTest {

    private long now;
    private final RefusalBurst burst = new RefusalBurst(() -> now);

    @Test
    void endsWhenNobodyIsSentAwayForAWhile() {
        assertThat(burst.add(0)).isEqualTo(1);
        pass(9);
        burst.endIfQuiet();
        assertThat(burst.add(0)).isEqualTo(2);
        pass(9);
        burst.endIfQuiet();
        assertThat(burst.add(0)).isEqualTo(3);
        pass(10);
        burst.endIfQuiet();
        assertThat(burst.add(0)).isEqualTo(1);
        assertThat(burst.total()).isEqualTo(4);
    }

    @Test
    void spreadsThoseWhoComeAgain() {
        List<Integer> few = draw(10, 1);
        assertThat(few).allMatch(seconds -> seconds >= 10 && seconds < 40).hasSizeGreaterThan(20);
        List<Integer> many = draw(10, 100);
        assertThat(many).allMatch(seconds -> seconds >= 10 && seconds < 210).hasSizeGreaterThan(100);
        assertThat(draw(10, Integer.MAX_VALUE)).allMatch(seconds -> seconds >= 10 && seconds < 310);
    }

    private static List<Integer> draw(int first, long work) {
        return Stream.generate(() -> RetryAfter.spread(first, work))
                .limit(2000)
                .map(Integer::valueOf)
                .distinct()
                .toList();
    }

    private void pass(long seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }
}
