// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.smartems.api.error.FieldError;
import org.smartems.fleet.checkin.Answered;
import org.smartems.fleet.checkin.CheckIns;
import org.smartems.fleet.checkin.Contact;
import org.smartems.fleet.checkin.Delivery;
import org.smartems.fleet.checkin.FailedLogin;
import org.smartems.fleet.checkin.LogLine;
import org.smartems.spi.procedure.CheckIn;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.Outcome;
import org.smartems.testing.contract.FakeCheckIn;

/** Decides that there is nothing to do, and keeps what it was told. */
final class FakeCheckIns implements CheckIns {

    final List<Stored> stored = new CopyOnWriteArrayList<>();
    final List<Stored> logged = new CopyOnWriteArrayList<>();
    final List<DeviceReport> saidByFailed = new CopyOnWriteArrayList<>();
    final List<Stored> refused = new CopyOnWriteArrayList<>();
    final List<FailedLogin> failures = new CopyOnWriteArrayList<>();
    final List<String> deliveries = new CopyOnWriteArrayList<>();

    /** Called before a decision; may throw. */
    volatile Consumer<Contact> before = contact -> {};

    /** Called when a decision is stored. */
    volatile Runnable after = () -> {};

    /** A contact with the lines that it had. */
    record Stored(Contact contact, List<LogLine> lines) {

        static Stored of(Contact contact) {
            return new Stored(contact, new ArrayList<>(contact.trail()));
        }

        List<String> messageIds() {
            return lines.stream().map(LogLine::messageId).toList();
        }

        Map<String, Object> parameters() {
            return lines.get(lines.size() - 1).parameters();
        }
    }

    @Override
    public Answered checkIn(Contact contact, DeviceReport report, Function<CheckIn, DeviceResponse> answer) {
        before.accept(contact);
        DeviceResponse response = answer.apply(FakeCheckIn.of(Outcome.NOTHING));
        stored.add(Stored.of(contact));
        after.run();
        return new Answered(response, new Delivery() {
            @Override
            public void written() {
                deliveries.add("written");
            }

            @Override
            public void failed() {
                deliveries.add("failed");
            }
        });
    }

    @Override
    public void refuse(Contact contact, List<FieldError> errors) {
        refused.add(Stored.of(contact));
    }

    @Override
    public void log(Contact contact, Optional<DeviceReport> report) {
        logged.add(Stored.of(contact));
        report.ifPresent(saidByFailed::add);
    }

    @Override
    public void failed(FailedLogin attempt) {
        failures.add(attempt);
    }

    void forget() {
        List.of(stored, logged, saidByFailed, refused, failures, deliveries).forEach(List::clear);
        before = contact -> {};
        after = () -> {};
    }
}
