// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.smartems.spi.job.Job;

/** What every {@link Job} must fulfil, whatever it finds stored. */
public interface JobContract {

    /**
     * A job that can run, over stored state with work for one tick.
     *
     * @return a new one at each call: another node that takes over
     */
    Job job();

    /**
     * What the job works on.
     *
     * @return a text of the stored state, by which two states can be compared
     */
    String state();

    /** The name is one that a lease can have. */
    @Test
    default void hasAStableName() {
        assertThat(job().name()).matches("[a-z0-9]+(-[a-z0-9]+)*").hasSizeLessThanOrEqualTo(64);
        assertThat(job().name()).isEqualTo(job().name());
    }

    /** The interval leaves the machine some rest. */
    @Test
    default void waitsAtLeastASecond() {
        assertThat(job().interval()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    /** A tick of another node right after one that has ended finds nothing left to do, and does no harm. */
    @Test
    default void doesNothingTwice() throws Exception {
        job().run();
        String after = state();
        assertThatCode(() -> job().run()).doesNotThrowAnyException();
        assertThat(state()).isEqualTo(after);
    }
}
