// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smartems.http.front.internal.RequestQueue.Entry.SENT_AWAY;
import static org.smartems.http.front.internal.RequestQueue.Entry.SERVED;
import static org.smartems.http.front.internal.RequestQueue.Entry.WAITS;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestQueueTest {

    private final List<String> served = new ArrayList<>();
    private final List<String> sentAway = new ArrayList<>();
    private long now;
    private RequestQueue queue = queue(1, 10);

    private RequestQueue queue(int places, int waitSeconds) {
        return new RequestQueue(new QueueSettings(places, waitSeconds), () -> now);
    }

    private RequestQueue.Entry enter(String name) {
        return queue.enter(() -> hasPlace -> (hasPlace ? served : sentAway).add(name));
    }

    private void pass(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void servesFirstWhoComesFirst() {
        queue = queue(2, 10);
        assertThat(enter("a")).isEqualTo(SERVED);
        assertThat(enter("b")).isEqualTo(SERVED);
        for (String name : List.of("c", "d", "e")) {
            assertThat(enter(name)).isEqualTo(WAITS);
        }
        assertThat(queue.waiting()).isEqualTo(3);
        queue.leave();
        assertThat(enter("f")).as("nobody goes past those who wait").isEqualTo(WAITS);
        queue.leave();
        queue.leave();
        queue.leave();
        assertThat(served).containsExactly("c", "d", "e", "f");
        queue.leave();
        assertThat(enter("g")).isEqualTo(SERVED);
    }

    @Test
    void sendsAwayAtOnceWhoWouldWaitTooLong() {
        enter("a");
        enter("b");
        enter("c");
        pass(4_000);
        queue.leave();
        assertThat(enter("d")).as("8 s").isEqualTo(WAITS);
        assertThat(enter("e")).as("12 s").isEqualTo(SENT_AWAY);
        assertThat(queue.secondsFor(5)).isEqualTo(20);
        queue.leave();
        queue.leave();
        queue.leave();
        assertThat(served).containsExactly("b", "c", "d");
        pass(3_600_000);
        assertThat(enter("f")).as("at once when the others have left").isEqualTo(SERVED);
        assertThat(enter("g")).isEqualTo(WAITS);
    }

    @Test
    void sendsAwayAtOnceWhoWouldTakeAConnectionOfOthers() {
        enter("a");
        IntStream.range(0, RequestQueue.MOST_WAITING)
                .forEach(i -> assertThat(enter("b" + i)).isEqualTo(WAITS));
        assertThat(enter("c")).isEqualTo(SENT_AWAY);
        queue.leave();
        assertThat(enter("d")).isEqualTo(WAITS);
    }

    @Test
    void sendsNobodyAwayForAFewWhoTookLong() {
        queue = queue(32, 10);
        IntStream.range(0, 40).forEach(i -> enter("a" + i));
        pass(9_000);
        queue.leave();
        assertThat(enter("b")).isEqualTo(WAITS);
    }

    @Test
    void sendsAwayWhoHasWaitedInVain() {
        enter("a");
        enter("b");
        pass(5_000);
        enter("c");
        pass(4_999);
        queue.expire();
        assertThat(sentAway).isEmpty();
        pass(1);
        queue.expire();
        assertThat(sentAway).containsExactly("b");
        queue.leave();
        assertThat(served).containsExactly("c");
    }

    @Test
    void forgetsHowSlowItOnceWas() {
        queue = queue(2, 10);
        enter("a");
        enter("b");
        IntStream.range(0, 60).forEach(i -> enter("c" + i));
        pass(9_000);
        queue.leave();
        queue.leave();
        assertThat(enter("d")).isEqualTo(SENT_AWAY);
        IntStream.range(0, 55).forEach(i -> {
            pass(10);
            queue.leave();
        });
        assertThat(enter("e")).isEqualTo(WAITS);
    }

    @Test
    void servesMoreAsSoonAsItMay() {
        enter("a");
        enter("b");
        enter("c");
        enter("d");
        queue.configure(new QueueSettings(3, 10));
        assertThat(served).containsExactly("b", "c");
        queue.configure(new QueueSettings(1, 10));
        queue.leave();
        queue.leave();
        assertThat(served).hasSize(2);
        queue.leave();
        assertThat(served).containsExactly("b", "c", "d");
    }

    @Test
    void keepsThePlaceOfNobodyWhoCannotGoOn() {
        enter("a");
        queue.enter(() -> hasPlace -> {
            throw new IllegalStateException("gone");
        });
        enter("b");
        queue.leave();
        assertThat(served).containsExactly("b");
        queue.leave();
        assertThat(enter("c")).isEqualTo(SERVED);
    }

    @Test
    void sendsEverybodyAwayWhenItCloses() {
        enter("a");
        enter("b");
        queue.close();
        assertThat(sentAway).containsExactly("b");
        assertThat(enter("c")).isEqualTo(SENT_AWAY);
    }
}
