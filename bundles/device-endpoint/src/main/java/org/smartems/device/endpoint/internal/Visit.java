// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.smartems.device.endpoint.internal.http.Incoming;
import org.smartems.fleet.checkin.Contact;
import org.smartems.fleet.checkin.Delivery;
import org.smartems.fleet.checkin.LogLine;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.DeviceRequest;
import org.smartems.spi.schema.Schema;
import org.smartems.spi.schema.Settings;

/** An admitted request with its body; belongs to its thread but for what is said otherwise. */
final class Visit {

    private final Admission admission;
    private final Settings settings;
    private final byte[] body;
    private final Trail trail = new Trail();
    private final AtomicReference<Delivery> handedOut = new AtomicReference<>();
    private volatile DeviceReport report;

    /** That does not reach the procedure. */
    Visit(Admission admission) {
        this(admission, Settings.of(Schema.empty(), Map.of()), new byte[0]);
    }

    Visit(Admission admission, Settings settings, byte[] body) {
        this.admission = admission;
        this.settings = settings;
        this.body = body;
    }

    private record Request(Incoming incoming, byte[] body) implements DeviceRequest {

        @Override
        public String method() {
            return incoming.method();
        }

        @Override
        public Optional<String> header(String name) {
            return incoming.header(name);
        }

        @Override
        public String query() {
            return incoming.query();
        }
    }

    Admission admission() {
        return admission;
    }

    Settings settings() {
        return settings;
    }

    DeviceRequest request() {
        return new Request(admission.incoming(), body);
    }

    Trail trail() {
        return trail;
    }

    DeviceField identifier() {
        return admission.catalogue().identifier(admission.procedure().description());
    }

    /** With the lines that nobody has stored yet. */
    Contact contact() {
        return contact(trail.lines());
    }

    /** By any thread. */
    Contact contact(List<LogLine> lines) {
        Incoming incoming = admission.incoming();
        return new Contact(
                incoming.requestId(),
                admission.catalogue(),
                admission.type(),
                admission.procedure().description().at(admission.route()),
                identifier(),
                admission.proof().credential(),
                incoming.origin(),
                body,
                lines);
    }

    /** What the device says, as the procedure has read it. */
    void says(DeviceReport said) {
        report = said;
    }

    /** By any thread; empty when the procedure has not read it yet. */
    Optional<DeviceReport> report() {
        return Optional.ofNullable(report);
    }

    /** From now on the answer hands something out. */
    void handOut(Delivery delivery) {
        handedOut.set(delivery);
    }

    /** Tells once what became of the answer, by any thread. */
    void delivered(boolean written) {
        Delivery delivery = handedOut.getAndSet(null);
        if (delivery == null) {
            return;
        }
        if (written) {
            delivery.written();
        } else {
            delivery.failed();
        }
    }
}
