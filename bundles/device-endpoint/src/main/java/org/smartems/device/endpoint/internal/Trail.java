// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.smartems.fleet.checkin.LogLine;
import org.smartems.spi.procedure.LogLevel;

/** Lines of the communication log that nobody has stored yet. A plug-in can add a hundred to a contact. */
final class Trail {

    private static final int MOST = 100;

    private List<LogLine> lines = new ArrayList<>();
    private int count;

    void add(LogLevel level, String messageId, Map<String, Object> parameters) {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(messageId, "messageId");
        Map<String, Object> copy = Map.copyOf(parameters);
        if (++count <= MOST) {
            lines.add(new LogLine(level, messageId, copy));
        } else if (count == MOST + 1) {
            lines.add(new LogLine(LogLevel.WARNING, "communicationProcedureLogCut", Map.of("limit", MOST)));
        }
    }

    /** The lines since the last {@link #next()}, and those that are still to come until the next one. */
    List<LogLine> lines() {
        return Collections.unmodifiableList(lines);
    }

    /** The lines so far are stored. */
    void next() {
        lines = new ArrayList<>();
    }
}
