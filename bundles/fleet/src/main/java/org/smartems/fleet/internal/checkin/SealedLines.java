// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.smartems.fleet.checkin.LogLine;
import org.smartems.fleet.internal.log.LogIds;
import org.smartems.fleet.internal.log.LogTable;
import org.smartems.fleet.internal.log.ParameterJson;
import org.smartems.persistence.encryption.Encryption;

/** The lines of one contact while they are gathered; their ids grow in the order of the lines. */
final class SealedLines {

    private final LogIds ids;
    private final Encryption encryption;
    private final Instant now;
    private final List<SealedLine> lines = new ArrayList<>();

    SealedLines(LogIds ids, Encryption encryption, Instant now) {
        this.ids = ids;
        this.encryption = encryption;
        this.now = now;
    }

    long add(LogLine line) {
        return add(line, line.content().getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a line with the content of a request or an answer, which may be empty, and tells its id. */
    long add(LogLine line, byte[] content) {
        long id = ids.next();
        byte[] sealed =
                content.length == 0 ? null : encryption.encrypt(LogTable.COMMUNICATION_LOG.content(now, id), content);
        lines.add(new SealedLine(
                id, line.level().ordinal(), line.messageId(), ParameterJson.of(line.parameters()), sealed));
        return id;
    }

    List<SealedLine> all() {
        return lines;
    }
}
