// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;
import org.smartems.fleet.checkin.Answered;
import org.smartems.fleet.checkin.CheckIns;
import org.smartems.fleet.checkin.Contact;
import org.smartems.fleet.checkin.Delivery;
import org.smartems.fleet.checkin.FailedLogin;
import org.smartems.fleet.internal.checkin.Write.Written;
import org.smartems.fleet.internal.delivery.Deliveries;
import org.smartems.fleet.internal.delivery.Delivering;
import org.smartems.fleet.internal.log.FailedLogins;
import org.smartems.spi.metrics.Metrics;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.CheckIn;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.Outcome;

/**
 * The way of a report: READ, DECIDE, WRITE, and then the answer.
 *
 * <p>READ and WRITE are done by threads of their own for all reports that wait at the moment, in one round trip and one
 * commit. DECIDE is done by the thread of the request, without a connection. When the device was changed between READ
 * and WRITE, nothing was stored, and the report is decided anew.
 */
final class CheckInService implements CheckIns {

    private static final Logger LOG = LoggerFactory.getLogger(CheckInService.class);
    private static final int ATTEMPTS = 3;
    private static final long DRAIN_SECONDS = 20;
    private static final long FIRST_PAUSE_MILLIS = 5;
    private static final long LAST_PAUSE_MILLIS = 1280;

    private final Gate gate = new Gate();
    private final Turns turns = new Turns();
    private final Parts parts;

    /**
     * What a report passes.
     *
     * @param settings of the administrator
     * @param reader READ
     * @param situations what decisions depend on
     * @param decider DECIDE
     * @param recorder makes rows of decisions
     * @param writer WRITE
     * @param deliveries follows answers until they have left
     * @param failedLogins stores failed attempts
     * @param newDevices credentials that have brought too many devices
     * @param clock of the server
     */
    record Parts(
            Supplier<Settings> settings,
            DeviceReader reader,
            Situations situations,
            Decider decider,
            Recorder recorder,
            CheckInWriter writer,
            Deliveries deliveries,
            FailedLogins failedLogins,
            NewDeviceLimit newDevices,
            Clock clock) {}

    /** What is to be committed before its answer may leave. */
    private record Proposal(Decision decision, DeviceResponse response, Write write) {

        Outcome outcome() {
            return decision.result().outcome();
        }
    }

    /** Without an answer the report is to be decided again. */
    private record Attempt(Written written, Optional<Answered> answered) {}

    CheckInService(Parts parts) {
        this.parts = parts;
    }

    /** Whether reports are taken. */
    boolean isOpen() {
        return !gate.isClosed() && parts.deliveries().isRegistered();
    }

    void measure(Metrics metrics) {
        parts.reader().measure(metrics);
        parts.writer().measure(metrics);
    }

    /** How many reports wait to be written. */
    int waiting() {
        return parts.writer().waiting();
    }

    /** Takes no more reports, and ends when those that have come are answered and stored. */
    void stop() {
        gate.close(DRAIN_SECONDS);
        parts.reader().close();
        parts.writer().close();
        parts.deliveries().stop();
        parts.failedLogins().stop();
    }

    @Override
    public Answered checkIn(Contact contact, DeviceReport report, Function<CheckIn, DeviceResponse> answer) {
        return within(() -> {
            List<FieldError> errors = ReportRules.check(contact, contact.deviceType(), report);
            if (parts.settings().get().maintenanceMode()) {
                return unstored(contact, report, Outcome.MAINTENANCE, answer);
            }
            if (!errors.isEmpty()) {
                store(parts.recorder().ended(contact, now(), "invalid", List.of(Complaints.invalid(contact, errors))));
                throw new ValidationException(errors);
            }
            Set<Capability> missing = missing(contact);
            if (!missing.isEmpty()) {
                store(parts.recorder().ended(contact, now(), "misconfigured", Complaints.missing(contact, missing)));
                return unstored(contact, report, Outcome.MISCONFIGURED, answer);
            }
            String identifier = ReportRules.identifier(contact, report).orElseThrow();
            Wording wording = new Wording(contact, answer);
            return turns.take(contact.deviceType().id(), identifier, () -> decide(contact, report, wording));
        });
    }

    private Answered decide(Contact contact, DeviceReport report, Wording wording) {
        int moved = 0;
        long pause = FIRST_PAUSE_MILLIS;
        while (moved < ATTEMPTS && pause <= LAST_PAUSE_MILLIS) {
            Attempt attempt = attempt(contact, report, wording);
            if (attempt.answered().isPresent()) {
                return attempt.answered().get();
            }
            if (attempt.written() == Written.MOVED) {
                moved++;
            } else {
                pause(pause);
                pause *= 2;
            }
        }
        throw Refusals.changing();
    }

    /** For a device that somebody holds, its own thread waits; those that write have others to serve. */
    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusals.interrupted();
        }
    }

    private Attempt attempt(Contact contact, DeviceReport report, Wording wording) {
        Proposal proposal = propose(contact, report, wording);
        if (proposal.outcome() == Outcome.CREATED
                && parts.newDevices().isReached(contact, now(), newDevicesPerHour())) {
            parts.writer().withdraw();
            return tooMany(contact, report, wording);
        }
        Written written = write(proposal);
        return switch (written) {
            case MOVED, LOCKED -> new Attempt(written, Optional.empty());
            case STORED -> new Attempt(written, Optional.of(new Answered(proposal.response(), delivery(proposal))));
            case TOO_MANY_NEW_DEVICES -> {
                parts.newDevices().reached(contact, now(), newDevicesPerHour());
                yield tooMany(contact, report, wording);
            }
        };
    }

    private static Attempt tooMany(Contact contact, DeviceReport report, Wording wording) {
        Outcome outcome = Outcome.TOO_MANY_NEW_DEVICES;
        return new Attempt(
                Written.TOO_MANY_NEW_DEVICES, Optional.of(unstored(contact, report, outcome, wording.answer())));
    }

    /** READ and DECIDE. The next batch of WRITE waits a little for what comes of it. */
    private Proposal propose(Contact contact, DeviceReport report, Wording wording) {
        parts.writer().announce();
        boolean isMade = false;
        try {
            Situation situation = parts.situations().of(contact, report);
            Decision decision = parts.decider().decide(situation);
            DeviceResponse response = wording.of(decision.result());
            CheckInRecord record = parts.recorder().decided(situation, decision, wording.trail(), response);
            Proposal proposal = new Proposal(decision, response, Write.of(situation, decision, record));
            isMade = true;
            return proposal;
        } finally {
            if (!isMade) {
                parts.writer().withdraw();
            }
        }
    }

    /** WRITE. A hand-out whose caller does not get the answer counts as failed. */
    private Written write(Proposal proposal) {
        Write write = proposal.write();
        Optional<Delivering> work = proposal.decision().handedOut();
        work.ifPresent(handedOut -> parts.deliveries().begin(write.device(), handedOut));
        parts.writer().submit(write);
        try {
            Written written = Futures.await(write.done());
            if (written != Written.STORED) {
                work.ifPresent(handedOut -> parts.deliveries().undone(write.device(), handedOut));
            }
            return written;
        } catch (RuntimeException e) {
            work.ifPresent(handedOut -> parts.deliveries().doubtful(write.device(), handedOut, write.done()));
            throw e;
        }
    }

    private Delivery delivery(Proposal proposal) {
        return proposal.decision()
                .handedOut()
                .map(work -> parts.deliveries().committed(proposal.write().device(), work))
                .orElse(Deliveries.nothing());
    }

    private static Answered unstored(
            Contact contact, DeviceReport report, Outcome outcome, Function<CheckIn, DeviceResponse> answer) {
        String identifier = ReportRules.identifier(contact, report).orElse("");
        return new Answered(answer.apply(Result.of(outcome, identifier)), Deliveries.nothing());
    }

    private static Set<Capability> missing(Contact contact) {
        Set<Capability> missing = EnumSet.noneOf(Capability.class);
        missing.addAll(contact.procedure().required());
        missing.removeAll(contact.deviceType().capabilities());
        return missing;
    }

    @Override
    public void refuse(Contact contact, List<FieldError> errors) {
        within(() -> {
            if (!parts.settings().get().maintenanceMode()) {
                store(parts.recorder().ended(contact, now(), "invalid", List.of(Complaints.invalid(contact, errors))));
            }
            return true;
        });
    }

    @Override
    public void log(Contact contact, Optional<DeviceReport> report) {
        try {
            within(() -> {
                Optional<DeviceSnapshot> device =
                        report.flatMap(said -> parts.situations().known(contact, said));
                CheckInRecord record = parts.recorder().failed(contact, now(), device);
                store(Write.logs(device.map(DeviceSnapshot::id).orElse(0L), record));
                return true;
            });
        } catch (RuntimeException e) {
            LOG.warn("The log lines of request {} could not be stored", contact.requestId(), e);
        }
    }

    @Override
    public void failed(FailedLogin attempt) {
        parts.failedLogins().add(attempt);
    }

    private void store(CheckInRecord record) {
        store(Write.logs(0, record));
    }

    private void store(Write write) {
        parts.writer().announce();
        parts.writer().submit(write);
        Futures.await(write.done());
    }

    private <T> T within(Supplier<T> work) {
        gate.enter();
        try {
            if (!parts.deliveries().isRegistered()) {
                throw Refusals.starting();
            }
            return work.get();
        } finally {
            gate.leave();
        }
    }

    private int newDevicesPerHour() {
        return parts.settings().get().maximumNewDevicesPerHour();
    }

    private Instant now() {
        return parts.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
