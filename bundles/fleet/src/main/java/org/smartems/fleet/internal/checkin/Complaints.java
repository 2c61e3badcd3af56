// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.smartems.api.error.FieldError;
import org.smartems.fleet.checkin.Contact;
import org.smartems.fleet.checkin.LogLine;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.LogLevel;

/** Lines that tell why a report was not taken. */
final class Complaints {

    private Complaints() {}

    /** What is wrong with a request. */
    static LogLine invalid(Contact contact, List<FieldError> errors) {
        String text = errors.stream()
                .map(error -> error.path().isEmpty() ? error.message() : error.path() + ": " + error.message())
                .collect(Collectors.joining(", "));
        Map<String, Object> parameters =
                Map.of("deviceName", contact.deviceType().deviceName(), "errors", text);
        return new LogLine(LogLevel.ERROR, "deviceInvalidRequest", parameters);
    }

    /** What the device type lacks. */
    static List<LogLine> missing(Contact contact, Set<Capability> missing) {
        Map<String, Object> parameters = Map.of(
                "communicationProcedure", contact.procedure().id(),
                "deviceType", contact.deviceType().name());
        List<LogLine> lines = new ArrayList<>();
        lines.add(new LogLine(LogLevel.CRITICAL, "communicationProcedureRequirementsNotSatisfied", parameters));
        for (Capability capability : missing) {
            String id = capability.id();
            String messageId = "communicationProcedureRequire" + Character.toUpperCase(id.charAt(0)) + id.substring(1);
            lines.add(new LogLine(LogLevel.CRITICAL, messageId, parameters));
        }
        return lines;
    }
}
