// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.smartems.fleet.internal.command.CommandChange;
import org.smartems.fleet.internal.device.DeviceFacts;
import org.smartems.spi.procedure.Work;

/**
 * Everything that the logs get of one contact, sealed and with ids, ready to be written.
 *
 * @param id in fleet_check_in
 * @param createdAt of all its rows
 * @param requestId of the HTTP request
 * @param deviceType id of the type
 * @param credential id of the credential
 * @param outcome what came of it
 * @param enabled whether the device was
 * @param accessTags of the device, which its logs keep
 * @param work that was handed out
 * @param facts as they are now
 * @param lines of the communication log
 * @param configs new entries of the config log
 * @param seenAgain entries of the config log whose date moves
 * @param diagnose new entry of the diagnose log
 * @param commands whose entries change
 */
record CheckInRecord(
        long id,
        Instant createdAt,
        String requestId,
        long deviceType,
        OptionalLong credential,
        String outcome,
        boolean enabled,
        String accessTags,
        Optional<Work> work,
        DeviceFacts facts,
        List<SealedLine> lines,
        List<SealedContent> configs,
        List<ConfigMark> seenAgain,
        Optional<SealedContent> diagnose,
        List<CommandChange> commands) {

    /** How long its contents are. */
    long contentBytes() {
        long bytes = diagnose.map(data -> data.content().length).orElse(0);
        for (SealedLine line : lines) {
            bytes += line.content() == null ? 0 : line.content().length;
        }
        for (SealedContent config : configs) {
            bytes += config.content().length;
        }
        return bytes;
    }
}
