// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.persistence.OptimisticLockException;
import javax.persistence.PersistenceException;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;

class AttemptsTest {

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void doesAgainWhatAnotherCallHasCrossed() {
        Result done = Attempts.run(() -> {
            if (attempts.incrementAndGet() == 1) {
                throw new PersistenceException(new SQLException("taken", "23505"));
            }
            return Result.none();
        });
        assertThat(done).isEqualTo(Result.none());
        assertThat(attempts).hasValue(2);
    }

    @Test
    void givesUpWithAConflict() {
        assertThatThrownBy(() -> Attempts.run(() -> {
                    attempts.incrementAndGet();
                    throw new OptimisticLockException("crossed");
                }))
                .isInstanceOfSatisfying(PlatformException.class, conflict -> assertThat(conflict.category())
                        .isEqualTo(ErrorCategory.CONFLICT));
        assertThat(attempts).hasValue(3);
    }

    @Test
    void doesNothingElseAgain() {
        assertThatThrownBy(() -> Attempts.run(() -> {
                    attempts.incrementAndGet();
                    throw new PersistenceException(new SQLException("no such column", "42703"));
                }))
                .isInstanceOf(PersistenceException.class);
        assertThat(attempts).hasValue(1);
    }
}
