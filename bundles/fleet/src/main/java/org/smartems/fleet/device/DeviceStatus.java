// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.device;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.smartems.spi.procedure.DeviceField;

/**
 * What is known of a device by its contacts.
 *
 * @param facts that have a value
 * @param firmwareVersions by slot, where reported
 * @param sourceIp of the last contact; may be empty
 * @param forwardedFor of the last contact; may be empty
 * @param host of the last contact; may be empty
 * @param seenAt the last contact
 * @param commandRetryCount failures of commands in a row
 * @param lastCommandCritical whether firmware is held back because a command went wrong
 * @param connectionAmount contacts since {@code connectionAmountFrom}
 * @param connectionAmountFrom when the count begins
 */
public record DeviceStatus(
        Map<DeviceField, String> facts,
        Map<Integer, String> firmwareVersions,
        String sourceIp,
        String forwardedFor,
        String host,
        Optional<Instant> seenAt,
        int commandRetryCount,
        boolean lastCommandCritical,
        long connectionAmount,
        Optional<Instant> connectionAmountFrom) {}
