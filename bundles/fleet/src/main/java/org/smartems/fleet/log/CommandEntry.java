// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.log;

import java.time.Instant;

/**
 * A command that was handed out.
 *
 * @param id of the command
 * @param createdAt when it was handed out
 * @param updatedAt when its status changed last
 * @param device identifier, empty when the device is gone
 * @param deviceType name
 * @param name as on the wire
 * @param transactionId by which the device names it
 * @param status pending, success, error, critical or expired
 * @param errorCategory what the device says, may be empty
 * @param errorMessage what the device says, may be empty
 * @param expireAt when nobody waits for the device any longer
 */
public record CommandEntry(
        long id,
        Instant createdAt,
        Instant updatedAt,
        String device,
        String deviceType,
        String name,
        String transactionId,
        String status,
        String errorCategory,
        String errorMessage,
        Instant expireAt)
        implements LogEntry {}
