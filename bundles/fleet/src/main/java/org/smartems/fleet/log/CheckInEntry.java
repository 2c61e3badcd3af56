// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.log;

import java.time.Instant;

/**
 * A contact of a device.
 *
 * @param id of the contact
 * @param createdAt when it was decided
 * @param requestId of the HTTP request
 * @param device identifier, empty when no device is known
 * @param deviceType name
 * @param outcome what came of it, in lower case
 * @param work that was handed out, such as {@code config 1} or {@code firmware 1}; empty without any
 * @param command name of the command, empty for work without one
 * @param firmwareVersion of the first slot, may be empty
 * @param address that it came from
 */
public record CheckInEntry(
        long id,
        Instant createdAt,
        String requestId,
        String device,
        String deviceType,
        String outcome,
        String work,
        String command,
        String firmwareVersion,
        String address)
        implements LogEntry {}
