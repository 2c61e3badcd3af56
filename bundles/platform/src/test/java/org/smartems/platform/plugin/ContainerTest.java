// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.testing.Eventually;

@Timeout(60)
class ContainerTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final long PLENTY = Long.MAX_VALUE;
    private static final PlugIn.Origin ORIGIN = new PlugIn.Origin("org.smartems.test", "1.2.3");
    private static final Runnable NOT_STUCK = () -> {};

    private final Limits impatient = new Limits(2, Duration.ofMillis(300), LONG, LONG, 3, LONG, PLENTY);
    private final Watchdog watchdog = new Watchdog(impatient);
    private final Container container =
            new Container(new PlugIn.Named("procedure:test", "", ORIGIN), impatient, watchdog);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean released = new AtomicBoolean();

    @AfterEach
    void end() {
        released.set(true);
        watchdog.close();
        threads.shutdownNow();
    }

    @Test
    void passesAnAnswerOn() {
        assertThat(call(call -> "answer")).isEqualTo("answer");
        assertThat(container.state().counts().calls()).isEqualTo(1);
        assertThat(container.state().counts().faults()).isZero();
        assertThat(container.state().counts().running()).isZero();
    }

    @Test
    void countsWhatThePlugInFails() {
        List<Function<Call, String>> faulty = List.of(
                call -> null,
                call -> {
                    throw new IllegalStateException("secret");
                },
                call -> {
                    throw new NoClassDefFoundError("gone");
                },
                this::recurse,
                call -> {
                    throw new PlatformException(ErrorCategory.INTERNAL, "x", "x");
                });
        for (Function<Call, String> plugIn : faulty) {
            assertThatThrownBy(() -> call(plugIn)).isInstanceOf(PlugInFailure.class);
        }
        assertThat(container.state().counts().faults()).isEqualTo(faulty.size());
        assertThat(container.state().counts().running()).isZero();
        assertThat(call(call -> "still serves")).isNotNull();
    }

    @Test
    void remembersTheLatestFault() {
        assertThat(container.state().lastFault()).isEmpty();
        for (String message : List.of("first", "x".repeat(1000))) {
            assertThatThrownBy(() -> call(call -> {
                        throw new IllegalStateException(message);
                    }))
                    .isInstanceOf(PlugInFailure.class);
        }
        assertThat(container.state().lastFault().orElseThrow().reason())
                .startsWith("IllegalStateException: xxx")
                .hasSize(200);
        assertThat(container.state().origin()).isEqualTo(ORIGIN);
        assertThat(container.state().kind()).isEqualTo("procedure");
        container.restart();
        assertThat(container.state().lastFault()).isEmpty();
        assertThat(container.state().counts().faults()).isZero();
    }

    @Test
    void letsThroughWhatIsNoFaultOfThePlugIn() {
        PlatformException away = new PlatformException(ErrorCategory.UNAVAILABLE, "x", "x");
        PlatformException failed = new PlatformFailure(new IllegalStateException());
        for (PlatformException meant : List.of(away, failed)) {
            assertThatThrownBy(() -> call(call -> {
                        throw meant;
                    }))
                    .isSameAs(meant);
        }
        assertThat(container.state().counts().faults()).isZero();
    }

    @Test
    void letsOnlySoManyInAtOnce() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<String>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            calls.add(threads.submit(() -> call(call -> {
                enter(inside, most);
                call.outside(() -> call.inside(() -> enter(inside, most)));
                return "done";
            })));
        }
        for (Future<String> call : calls) {
            assertThat(call.get()).isEqualTo("done");
        }
        assertThat(most).hasValueBetween(1, 2);
    }

    @Test
    void lendsThePlaceOfACallThatWaitsForThePlatform() throws Exception {
        CountDownLatch stored = new CountDownLatch(1);
        List<Future<String>> waiting = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            waiting.add(threads.submit(() -> call(call -> call.outside(() -> await(stored)))));
        }
        Eventually.until(
                "all of them wait outside",
                () -> isAwaited(5) && container.state().counts().running() == 0);
        assertThat(call(call -> "served meanwhile")).isNotNull();
        stored.countDown();
        for (Future<String> call : waiting) {
            assertThat(call.get()).isEqualTo("awaited");
        }
    }

    @Test
    void givesUpAnEndlessLoopAndItsPlace() throws Exception {
        CompletableFuture<Thread> answering = new CompletableFuture<>();
        Future<String> loop =
                threads.submit(() -> container.call(this::loop, () -> answering.complete(Thread.currentThread())));
        assertThat(answering.get().getName()).isEqualTo("smartems-device-stuck");
        assertThat(loop.isDone()).isFalse();
        Eventually.until("its place is free", () -> container.state().counts().running() == 0);
        assertThat(container.state().counts().stuck()).isEqualTo(1);
        assertThat(container.state().lastFault().orElseThrow().reason()).isEqualTo("A call has taken longer than 0 s");
        released.set(true);
        assertThatThrownBy(loop::get).hasCauseInstanceOf(PlugInStuck.class);
    }

    @Test
    void interruptsACallThatWaitsForALockAndNobodyElse() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Future<Boolean> interrupted = threads.submit(() -> {
            assertThatThrownBy(() -> call(call -> await(never))).isInstanceOf(PlugInStuck.class);
            return Thread.currentThread().isInterrupted();
        });
        assertThat(interrupted.get()).isFalse();
        assertThat(container.state().counts().faults()).isZero();
    }

    @Test
    void doesNotCountTheTimeOutside() throws Exception {
        CountDownLatch stored = new CountDownLatch(1);
        Future<String> patient = threads.submit(() -> call(call -> call.outside(() -> await(stored))));
        Eventually.until("it waits outside", () -> isAwaited(1));
        CompletableFuture<Void> timeIsUp = new CompletableFuture<>();
        threads.submit(() -> container.call(this::loop, () -> timeIsUp.complete(null)));
        timeIsUp.get();
        stored.countDown();
        assertThat(patient.get()).isEqualTo("awaited");
    }

    @Test
    void failsTheWorkOutsideWhenThePlugInIsStuckInIt() throws Exception {
        AtomicBoolean committed = new AtomicBoolean();
        Future<String> stuck = threads.submit(() -> call(call -> call.outside(() -> {
            String answer = call.inside(() -> loop(call));
            committed.set(true);
            return answer;
        })));
        Eventually.until("it is stuck", () -> container.state().counts().stuck() == 1);
        released.set(true);
        assertThatThrownBy(stuck::get).hasCauseInstanceOf(PlugInStuck.class);
        assertThat(committed).isFalse();
    }

    @Test
    void takesThreeStuckCallsForAFault() throws Exception {
        for (int i = 1; i <= 3; i++) {
            assertThat(container.state().state()).isEqualTo(PlugIn.State.SERVING);
            CompletableFuture<Void> stuck = new CompletableFuture<>();
            threads.submit(() -> container.call(this::loop, () -> stuck.complete(null)));
            stuck.get();
        }
        assertThat(container.state().state()).isEqualTo(PlugIn.State.FAULTY);
        assertThatThrownBy(() -> call(call -> "x"))
                .isInstanceOf(PlugInAway.class)
                .hasMessageContaining("restart");
        assertThat(container.state().counts().refused()).isEqualTo(1);

        container.restart();
        assertThat(container.state().state()).isEqualTo(PlugIn.State.SERVING);
        assertThat(call(call -> "serves again")).isNotNull();
    }

    @Test
    void forgetsStuckCallsThatHaveEndedLongAgo() throws Exception {
        Limits forgetful = new Limits(2, Duration.ofMillis(1), LONG, LONG, 3, Duration.ZERO, PLENTY);
        try (Watchdog other = new Watchdog(forgetful)) {
            Container forgiving = new Container(new PlugIn.Named("procedure:slow", "", ORIGIN), forgetful, other);
            for (int i = 0; i < 4; i++) {
                CountDownLatch never = new CountDownLatch(1);
                assertThatThrownBy(() -> forgiving.call(call -> await(never), NOT_STUCK))
                        .isInstanceOf(PlugInStuck.class);
            }
            assertThat(forgiving.state().counts().stuck()).isEqualTo(4);
            assertThat(forgiving.state().state()).isEqualTo(PlugIn.State.SERVING);
        }
    }

    @Test
    void doesNotLetAnyoneWaitForAPlugInWithoutProgress() throws Exception {
        Limits limits = new Limits(2, LONG, LONG, Duration.ofMillis(50), 3, LONG, PLENTY);
        Container slow = new Container(new PlugIn.Named("procedure:slow", "", ORIGIN), limits, watchdog);
        Future<String> returning = threads.submit(() -> slow.call(
                call -> call.outside(() -> {
                    Eventually.until(
                            "both places are taken", () -> slow.state().counts().running() == 2);
                    return "stored";
                }),
                NOT_STUCK));
        for (int i = 0; i < 2; i++) {
            threads.submit(() -> slow.call(call -> loop(call), NOT_STUCK));
        }
        Eventually.until("both places are taken", () -> slow.state().counts().running() == 2);
        assertThatThrownBy(() -> slow.call(call -> "x", NOT_STUCK)).isInstanceOf(PlugInAway.class);
        assertThatThrownBy(returning::get).hasCauseInstanceOf(PlugInAway.class);
    }

    @Test
    void waitsForAPlugInWithProgressOnlySoLong() {
        Limits limits = new Limits(1, LONG, Duration.ofMillis(50), LONG, 3, LONG, PLENTY);
        Container slow = new Container(new PlugIn.Named("procedure:slow", "", ORIGIN), limits, watchdog);
        threads.submit(() -> slow.call(call -> loop(call), NOT_STUCK));
        Eventually.until("the place is taken", () -> slow.state().counts().running() == 1);
        assertThatThrownBy(() -> slow.call(call -> "x", NOT_STUCK)).isInstanceOf(PlugInAway.class);
    }

    @Test
    void belongsToTheThreadAndTheTimeOfTheCall() {
        List<Call> kept = new ArrayList<>();
        call(call -> {
            kept.add(call);
            Future<String> other = threads.submit(() -> call.outside(() -> "stored"));
            assertThatThrownBy(other::get).hasCauseInstanceOf(IllegalStateException.class);
            return "done";
        });
        assertThatThrownBy(() -> kept.get(0).outside(() -> "stored")).isInstanceOf(IllegalStateException.class);
    }

    private String call(Function<Call, String> plugIn) {
        return container.call(plugIn, NOT_STUCK);
    }

    private String loop(Call call) {
        while (!released.get()) {
            // deaf to interrupts, and still no burden for the machine
            Thread.interrupted();
            LockSupport.parkNanos(1_000_000);
        }
        return "too late";
    }

    private String recurse(Call call) {
        return recurse(call) + call;
    }

    private static String enter(AtomicInteger inside, AtomicInteger most) {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        Thread.yield();
        inside.decrementAndGet();
        return "entered";
    }

    private final AtomicInteger waiting = new AtomicInteger();

    private boolean isAwaited(int times) {
        return waiting.get() == times;
    }

    private String await(CountDownLatch latch) {
        waiting.incrementAndGet();
        try {
            latch.await();
            return "awaited";
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
