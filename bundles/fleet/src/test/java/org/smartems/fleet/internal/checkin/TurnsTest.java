// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;

class TurnsTest {

    private final ExecutorService devices = Executors.newCachedThreadPool();
    private final Turns turns = new Turns();

    @AfterEach
    void stop() {
        devices.shutdownNow();
    }

    @Test
    void leavesNothingBehind() throws Exception {
        Future<Integer> waiting = turns.take(1, "S1", () -> {
            Future<Integer> next = devices.submit(() -> turns.take(1, "S1", turns::size));
            assertThat(turns.take(2, "S1", turns::size)).isEqualTo(2);
            return next;
        });
        assertThat(waiting.get()).isOne();
        assertThat(turns.size()).isZero();
    }

    @Test
    void sendsAwayWhoeverOfADeviceIsOneTooMany() {
        assertThat(reports(Turns.MOST)).isEqualTo("served");
        assertThatThrownBy(() -> reports(Turns.MOST + 1)).isInstanceOfSatisfying(PlatformException.class, e -> {
            assertThat(e.category()).isEqualTo(ErrorCategory.UNAVAILABLE);
            assertThat(e.code()).isEqualTo("tooManyAtOnce");
        });
        assertThat(turns.size()).isZero();
        assertThat(reports(Turns.MOST)).isEqualTo("served");
    }

    /** So many of one device at once: a thread that has the turn may take it again. */
    private String reports(int number) {
        return number == 0 ? "served" : turns.take(1, "S1", () -> reports(number - 1));
    }
}
