// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.smartems.simulator.internal.device.Behaviour;
import org.smartems.simulator.internal.device.Birth;
import org.smartems.simulator.internal.device.Dice;
import org.smartems.simulator.internal.device.Memory;
import org.smartems.simulator.internal.device.MemoryFile;
import org.smartems.simulator.internal.http.LineCutException;
import org.smartems.simulator.internal.http.Session;

/**
 * One device, stepped by hand or by a {@link Fleet}. What it is told in one check-in it has done when {@link
 * #checkIn()} returns, and reports in the next. Its methods may be called by any thread, one after the other.
 */
public final class SimulatedDevice implements AutoCloseable {

    private final DeviceProfile profile;
    private final DeviceOptions options;
    private final Optional<MemoryFile> file;
    private final Memory memory;
    private final Session session;
    private final Behaviour behaviour;

    /**
     * A device that does everything right and forgets its state.
     *
     * @param profile what is fixed about it
     * @param endpoint of its server
     */
    public SimulatedDevice(DeviceProfile profile, Endpoint endpoint) {
        this(profile, endpoint, DeviceOptions.defaults());
    }

    /**
     * A device, with the state it had if that was kept. Nothing is sent yet.
     *
     * @param profile what is fixed about it
     * @param endpoint of its server
     * @param options how it behaves
     * @throws RuntimeException when its state cannot be read
     */
    public SimulatedDevice(DeviceProfile profile, Endpoint endpoint, DeviceOptions options) {
        this.profile = Objects.requireNonNull(profile, "profile");
        this.options = Objects.requireNonNull(options, "options");
        this.file = options.stateDirectory().map(directory -> new MemoryFile(directory, profile));
        this.memory = file.flatMap(MemoryFile::read).orElseGet(() -> Birth.memory(profile, options.seed()));
        this.session = new Session(endpoint, profile.dialect() == Dialect.EDGE_GATEWAY);
        this.behaviour = Behaviour.of(new Behaviour.Parts(profile, endpoint, options, memory, session));
    }

    /**
     * What is fixed about the device.
     *
     * @return as given
     */
    public DeviceProfile profile() {
        return profile;
    }

    /**
     * What it has now.
     *
     * @return a snapshot
     */
    public synchronized DeviceState state() {
        return memory.state();
    }

    /**
     * What will go wrong in the next check-in, by the rates and the seed.
     *
     * @return the same until the next check-in
     */
    public synchronized Fault nextFault() {
        return options.faults().at(dice(memory.checkIns() + 1).fraction());
    }

    /**
     * Checks in, with the fault that is next, and does what it is told. Blocks until the answer has come or the time
     * is up, then until the work is done.
     *
     * @return what happened; never fails because of the server
     * @throws java.io.UncheckedIOException when the state cannot be written
     */
    public synchronized CheckIn checkIn() {
        return checkIn(nextFault());
    }

    /**
     * As {@link #checkIn()}, with a given fault.
     *
     * @param fault what goes wrong
     * @return what happened; never fails because of the server
     * @throws java.io.UncheckedIOException when the state cannot be written
     */
    public synchronized CheckIn checkIn(Fault fault) {
        long number = memory.begin();
        int connections = session.connections();
        int resumptions = session.resumptions();
        Dice dice = dice(number);
        Instant startedAt = Instant.now();
        long begin = System.nanoTime();
        Answer answer = contact(fault, dice);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        Reported reported = behaviour.reported();
        Optional<WorkResult> work = behaviour.work(answer, fault, dice);
        session.rest();
        if (memory.changed()) {
            file.ifPresent(kept -> kept.write(memory));
        }
        return new CheckIn(
                profile.dialect(),
                profile.serial(),
                number,
                startedAt,
                took,
                fault,
                reported,
                answer,
                work,
                behaviour.eager(),
                session.connections() - connections,
                session.resumptions() - resumptions);
    }

    /** Closes the connection and keeps the state, if it is to be kept. The device may go on afterwards. */
    @Override
    public synchronized void close() {
        session.close();
        file.ifPresent(kept -> kept.write(memory));
    }

    synchronized void plan(Instant next) {
        memory.plan(next);
    }

    synchronized Optional<Instant> planned() {
        return memory.nextAt();
    }

    private Answer contact(Fault fault, Dice dice) {
        try {
            return behaviour.contact(fault, dice);
        } catch (LineCutException e) {
            return Answer.none(AnswerKind.CUT, e.getMessage());
        } catch (IOException e) {
            return Answer.none(AnswerKind.CONNECTION, e.toString());
        }
    }

    private Dice dice(long number) {
        return Dice.of(options.seed(), profile.serial(), number);
    }
}
