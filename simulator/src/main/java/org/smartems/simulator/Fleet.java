// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.smartems.simulator.internal.device.Dice;
import org.smartems.simulator.internal.fleet.Pools;
import org.smartems.simulator.internal.fleet.Recorder;

/**
 * Many devices that check in by themselves, on few threads: a timer, and workers as many as check-ins may be under way
 * at once. Slow devices have workers of their own, so that they do not delay the others. Any thread may call its
 * methods.
 */
public final class Fleet implements AutoCloseable {

    private static final Duration DRAIN = Duration.ofMinutes(2);

    private final List<Member> members = new ArrayList<>();
    private final FleetSettings settings;
    private final List<CheckInListener> listeners;
    private final Recorder recorder = new Recorder();
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicLong begun = new AtomicLong();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final ScheduledThreadPoolExecutor timer = Pools.timer();
    private final ExecutorService workers;
    private final ExecutorService slowWorkers;
    private Recorder.Moment first = recorder.moment();
    private Recorder.Moment window = first;
    private Optional<Recorder.Moment> last = Optional.empty();

    /**
     * A fleet that does nothing yet.
     *
     * @param devices belong to the fleet from now on, which closes them
     * @param settings when they check in
     * @param listeners learn of every check-in
     */
    public Fleet(List<SimulatedDevice> devices, FleetSettings settings, CheckInListener... listeners) {
        devices.forEach(device -> members.add(new Member(device)));
        this.settings = settings;
        this.listeners = List.of(listeners);
        this.workers = Pools.workers("device", settings.workers());
        this.slowWorkers = Pools.workers("slow-device", Math.max(1, settings.workers() / 4));
    }

    /**
     * Lets the devices check in. At once for those whose next check-in was planned for the past, the others spread
     * over the ramp-up.
     */
    public void start() {
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException("the fleet was started before");
        }
        synchronized (this) {
            first = recorder.moment();
            window = first;
        }
        settings.duration().ifPresent(time -> timer.schedule(this::stop, time.toNanos(), TimeUnit.NANOSECONDS));
        long step = settings.rampUp().toNanos() / Math.max(1, members.size());
        for (int i = 0; i < members.size(); i++) {
            schedule(members.get(i), beginning(members.get(i), step * i));
        }
    }

    /** Lets no check-in begin any more; those under way go on. */
    public void stop() {
        end.countDown();
    }

    /**
     * Waits for the end: a limit reached, {@link #stop()}, or a failure. Then waits for the check-ins under way and
     * closes the devices.
     *
     * @param time how long to wait for the end
     * @return whether the fleet has ended
     * @throws InterruptedException when the thread is interrupted
     * @throws IllegalStateException when a device or a listener failed, which ended the fleet; the failure is its cause
     */
    public boolean awaitEnd(Duration time) throws InterruptedException {
        if (!end.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        finish();
        if (failure.get() != null) {
            throw new IllegalStateException("the fleet ended early: " + failure.get(), failure.get());
        }
        return true;
    }

    /** Stops, waits for the check-ins under way, and closes the devices. Failures are not told. */
    @Override
    public void close() {
        stop();
        try {
            finish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The devices.
     *
     * @return in the given order
     */
    public List<SimulatedDevice> devices() {
        return members.stream().map(member -> member.device).toList();
    }

    /**
     * How many check-ins of each device were acknowledged.
     *
     * @return every device, in the given order
     */
    public Map<SimulatedDevice, Long> acknowledged() {
        Map<SimulatedDevice, Long> acknowledged = new LinkedHashMap<>();
        members.forEach(member -> acknowledged.put(member.device, member.acknowledged.get()));
        return acknowledged;
    }

    /**
     * What was done since the start, until now or the end.
     *
     * @return figures
     */
    public synchronized Figures figures() {
        return last.orElseGet(recorder::moment).since(first);
    }

    /**
     * What was done since this was called last.
     *
     * @return figures, at first since the start
     */
    public synchronized Figures window() {
        Recorder.Moment now = recorder.moment();
        Figures figures = now.since(window);
        window = now;
        return figures;
    }

    private void finish() throws InterruptedException {
        timer.shutdownNow();
        workers.shutdown();
        slowWorkers.shutdown();
        long limit = System.nanoTime() + DRAIN.toNanos();
        workers.awaitTermination(limit - System.nanoTime(), TimeUnit.NANOSECONDS);
        slowWorkers.awaitTermination(limit - System.nanoTime(), TimeUnit.NANOSECONDS);
        synchronized (this) {
            if (last.isEmpty()) {
                last = Optional.of(recorder.moment());
                members.forEach(member -> member.device.close());
            }
        }
    }

    private long beginning(Member member, long spread) {
        long planned = member.device
                .planned()
                .map(next -> Duration.between(Instant.now(), next).toNanos())
                .orElse(0L);
        return planned > 0 ? Math.min(planned, settings.interval().toNanos() * 2) : spread;
    }

    private void schedule(Member member, long delay) {
        member.due = System.nanoTime() + Math.max(0, delay);
        if (delay <= 0) {
            submit(member);
        } else {
            timer.schedule(() -> submit(member), delay, TimeUnit.NANOSECONDS);
        }
    }

    private void submit(Member member) {
        ExecutorService pool = member.device.nextFault() == Fault.SLOW ? slowWorkers : workers;
        pool.execute(() -> run(member));
    }

    private void run(Member member) {
        if (end.getCount() == 0) {
            return;
        }
        long limit = settings.limit().orElse(Long.MAX_VALUE);
        long number = begun.incrementAndGet();
        if (number > limit) {
            return;
        }
        try {
            step(member);
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            stop();
        }
        if (number == limit) {
            stop();
        }
    }

    private void step(Member member) {
        Duration late = Duration.ofNanos(Math.max(0, System.nanoTime() - member.due));
        CheckIn checkIn = member.device.checkIn();
        if (checkIn.acknowledged()) {
            member.acknowledged.incrementAndGet();
        }
        recorder.add(checkIn, late);
        listeners.forEach(listener -> listener.ended(checkIn));
        long delay = delay(member, checkIn);
        member.device.plan(Instant.now().plusNanos(delay));
        schedule(member, delay);
    }

    private long delay(Member member, CheckIn checkIn) {
        long interval = settings.interval().toNanos();
        double random = Dice.of(checkIn.number(), checkIn.identifier(), 0).fraction();
        long regular = member.due + (long) (interval * (1 + settings.jitter() * (2 * random - 1))) - System.nanoTime();
        long wanted = checkIn.eager() ? Math.min(settings.restartTime().toNanos(), regular) : regular;
        long told = checkIn.answer().retryAfter().toNanos();
        return told > 0 ? told : wanted;
    }

    private static final class Member {

        private final SimulatedDevice device;
        private final AtomicLong acknowledged = new AtomicLong();
        // by one thread at a time: the one that schedules hands it to the one that runs
        private long due;

        private Member(SimulatedDevice device) {
            this.device = device;
        }
    }
}
