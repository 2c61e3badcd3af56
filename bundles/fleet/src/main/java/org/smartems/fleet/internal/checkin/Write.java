// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.Outcome;

/**
 * What one contact wants to be stored.
 *
 * @param device id, 0 without one
 * @param state of the device; absent when only logs are written
 * @param movesOnly whether nothing of the state is new but what moves with every report
 * @param record for the logs
 * @param bytes how long the contents of the record are
 * @param arrival what concerns more than the device's own state; such a write shares its transaction with no other
 * @param done how it ended
 */
record Write(
        long device,
        Optional<DeviceState> state,
        boolean movesOnly,
        CheckInRecord record,
        long bytes,
        Optional<Arrival> arrival,
        CompletableFuture<Written> done) {

    /**
     * A device that takes an identity.
     *
     * @param deviceName what a device of the type is called in texts
     * @param identifier of the device
     * @param takesIdentifier whether a device that had none gets it now
     * @param fallback another fact that tells a new device which does not say what identifies it
     * @param claims values that other devices of the type lose
     */
    record Arrival(
            String deviceName,
            String identifier,
            boolean takesIdentifier,
            Optional<ByFact> fallback,
            Map<DeviceField, String> claims) {}

    /** How it ended. */
    enum Written {
        /** Committed. */
        STORED,
        /** The device was changed meanwhile: nothing was stored. */
        MOVED,
        /** Somebody else holds what it needs: nothing was stored. */
        LOCKED,
        /** A new device beyond the limit: nothing was stored. */
        TOO_MANY_NEW_DEVICES
    }

    static Write of(Situation situation, Decision decision, CheckInRecord record) {
        boolean hasState = situation.device().isKnown() || decision.result().outcome() == Outcome.CREATED;
        return new Write(
                situation.device().id(),
                hasState ? Optional.of(decision.state()) : Optional.empty(),
                decision.state().differsByMoving(situation.device().state()),
                record,
                record.contentBytes(),
                arrival(situation, decision),
                new CompletableFuture<>());
    }

    private static Optional<Arrival> arrival(Situation situation, Decision decision) {
        boolean creates = decision.result().outcome() == Outcome.CREATED;
        if (!creates
                && decision.claims().isEmpty()
                && decision.takesIdentifier().isEmpty()) {
            return Optional.empty();
        }
        boolean isIdentified =
                situation.report().field(situation.contact().identifier()).isPresent();
        return Optional.of(new Arrival(
                situation.type().deviceName(),
                decision.takesIdentifier().orElse(decision.result().identifier()),
                decision.takesIdentifier().isPresent(),
                creates && !isIdentified
                        ? Situations.fallback(situation.contact(), situation.report())
                        : Optional.empty(),
                decision.claims()));
    }

    static Write logs(long device, CheckInRecord record) {
        return new Write(
                device,
                Optional.empty(),
                false,
                record,
                record.contentBytes(),
                Optional.empty(),
                new CompletableFuture<>());
    }

    /** The same with the id of its device, now that it is there. */
    Write of(long id) {
        return new Write(id, state, movesOnly, record, bytes, arrival, done);
    }
}
