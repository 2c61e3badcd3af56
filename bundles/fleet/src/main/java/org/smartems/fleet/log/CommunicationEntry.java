// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.log;

import java.time.Instant;
import java.util.Map;
import org.smartems.spi.procedure.LogLevel;

/**
 * A line of the communication log.
 *
 * @param id of the line
 * @param createdAt of its contact
 * @param checkIn id of its contact
 * @param device identifier, empty when no device is known
 * @param deviceType name
 * @param level how much it matters
 * @param messageId without the prefix {@code log.}
 * @param parameters what the text was filled with
 * @param text English
 * @param hasContent whether a request or an answer is kept with it
 */
public record CommunicationEntry(
        long id,
        Instant createdAt,
        long checkIn,
        String device,
        String deviceType,
        LogLevel level,
        String messageId,
        Map<String, Object> parameters,
        String text,
        boolean hasContent)
        implements LogEntry {}
