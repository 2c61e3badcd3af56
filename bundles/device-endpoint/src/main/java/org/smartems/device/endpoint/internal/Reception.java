// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import java.io.IOException;
import java.util.Map;
import java.util.TreeSet;
import org.smartems.api.error.PlatformException;
import org.smartems.api.error.ValidationException;
import org.smartems.device.endpoint.internal.http.Bodies;
import org.smartems.device.endpoint.internal.http.Incoming;
import org.smartems.device.endpoint.internal.http.Outgoing;
import org.smartems.device.endpoint.internal.http.Refusal;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.procedure.Route;

/** Takes requests to the routes of device types. Safe for use by many threads. */
final class Reception {

    private final Admissions admissions;
    private final Conversation conversation;
    private final Bodies bodies;
    private final ProcedureSettings procedureSettings = new ProcedureSettings();

    Reception(Admissions admissions, Conversation conversation, Bodies bodies) {
        this.admissions = admissions;
        this.conversation = conversation;
        this.bodies = bodies;
    }

    /**
     * Serves a request.
     *
     * @throws Refusal to be answered, and other {@link PlatformException}s
     * @throws IOException when the body does not come as it should; the front has answered then
     */
    void serve(Incoming incoming, Outgoing outgoing) throws IOException {
        Admission admission = admissions.admit(incoming, outgoing);
        if (!admission.type().enabled()) {
            conversation.log(new Visit(admission), LogLevel.WARNING, "deviceTypeDisabled");
            throw Refusal.of(403, "the device type is disabled");
        }
        if (incoming.isHead()) {
            outgoing.sendEmpty();
            return;
        }
        if (!admission.route().methods().contains(incoming.method())) {
            throw Refusal.of(405, "no method of the route", "Allow", allowed(admission.route()));
        }
        try (Bodies.Body body = bodies.read(incoming)) {
            conversation.hold(visit(admission, body.bytes()), outgoing);
        }
    }

    private Visit visit(Admission admission, byte[] body) {
        DeviceType type = admission.type();
        ProcedureDescription procedure = admission.procedure().description();
        try {
            ProcedureSettings.Checked checked = procedureSettings.of(type, procedure);
            Visit visit = new Visit(admission, checked.settings(), body);
            if (!checked.errors().isEmpty()) {
                Map<String, Object> parameters = Map.of(
                        "communicationProcedure", procedure.id(),
                        "deviceType", type.name(),
                        "errors", checked.errorText());
                visit.trail().add(LogLevel.WARNING, "communicationProcedureSettingsInvalid", parameters);
            }
            return visit;
        } catch (ValidationException e) {
            throw Refusal.forNow("device type " + type.name() + " lacks settings that its procedure requires");
        }
    }

    private static String allowed(Route route) {
        TreeSet<String> methods = new TreeSet<>(route.methods());
        methods.add("HEAD");
        return String.join(", ", methods);
    }
}
