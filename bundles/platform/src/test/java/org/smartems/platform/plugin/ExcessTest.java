// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.PlatformException;
import org.smartems.api.error.ValidationException;

@Timeout(60)
class ExcessTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final PlugIn.Named NAMED = new PlugIn.Named("procedure:test", "", PlugIn.Origin.UNKNOWN);
    private static final Runnable NOT_STUCK = () -> {};

    private final Containment containment =
            new Containment(new Limits(2, Duration.ofMillis(300), LONG, LONG, 3, LONG, Long.MAX_VALUE));
    private final Container container = containment.container(NAMED);
    private final AtomicBoolean released = new AtomicBoolean();

    @AfterEach
    void end() {
        released.set(true);
        containment.close();
    }

    @Test
    void givesUpACallThatAllocatesWithoutEnd() {
        try (Containment sparing = new Containment(new Limits(2, LONG, LONG, LONG, 3, LONG, 32 << 20))) {
            Container greedy = sparing.container(NAMED);
            assertThatThrownBy(() -> greedy.call(call -> allocate(), NOT_STUCK)).isInstanceOf(PlugInStuck.class);
            assertThat(greedy.state().counts().stuck()).isEqualTo(1);
            assertThat(greedy.state().lastFault().orElseThrow().reason())
                    .isEqualTo("A call has taken more than 32 MiB of memory");
            String answer = greedy.call(call -> "served", NOT_STUCK);
            assertThat(answer).isEqualTo("served");
        }
    }

    @Test
    void doesNotWaitForACallApartThatIsDeafToInterrupts() {
        assertThatThrownBy(() -> container.callApart(() -> loop()))
                .as("nobody has answered instead")
                .isInstanceOf(PlugInAway.class)
                .hasMessage("procedure:test has taken too long");
        assertThat(released).isFalse();
        assertThat(container.state().counts().stuck()).isEqualTo(1);
        String answer = container.callApart(() -> "served");
        assertThat(answer).isEqualTo("served");
    }

    @Test
    void takesWhateverACallApartThrowsForAFault() {
        List<RuntimeException> meant = List.of(
                new ValidationException(List.of(FieldError.of("name", "x"))),
                new PlatformException(ErrorCategory.NOT_FOUND, "x", "x"),
                new PlugInAway("generator:other", "is busy"));
        meant.forEach(e -> assertThatThrownBy(() -> container.callApart(() -> raise(e)))
                .isInstanceOf(PlugInFailure.class)
                .hasCause(e));
        for (Error e : List.of(new ServiceConfigurationError("x"), new AssertionError("x"), new InternalError("x"))) {
            assertThatThrownBy(() -> container.callApart(() -> raise(e)))
                    .isInstanceOf(PlugInFailure.class)
                    .hasCause(e);
        }
        assertThat(container.state().counts().faults()).isEqualTo(6);
        PlatformFailure failure = new PlatformFailure(new IllegalStateException("x"));
        assertThatThrownBy(() -> container.callApart(() -> raise(failure))).isSameAs(failure);
        assertThat(container.state().counts().faults()).isEqualTo(6);
    }

    @Test
    void passesTheFailureOfACallApartOn() {
        assertThatThrownBy(() -> container.callApart(() -> null)).isInstanceOf(PlugInFailure.class);
        assertThatThrownBy(() -> container.callApart(() -> recurse())).isInstanceOf(PlugInFailure.class);
        assertThat(container.state().counts().faults()).isEqualTo(2);
    }

    private String loop() {
        while (!released.get()) {
            // deaf to interrupts, and still no burden for the machine
            Thread.interrupted();
            LockSupport.parkNanos(1_000_000);
        }
        return "too late";
    }

    private static String raise(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) e;
    }

    private String recurse() {
        return recurse() + "again";
    }

    private static String allocate() {
        long sum = 0;
        while (!Thread.currentThread().isInterrupted()) {
            sum += new byte[1 << 16].length;
        }
        return "allocated " + sum;
    }
}
