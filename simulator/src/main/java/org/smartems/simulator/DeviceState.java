// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import java.time.Instant;
import java.util.Optional;

/**
 * What a device has at one moment.
 *
 * @param firmwareVersion what it runs
 * @param config startup config of a router, config of an edge gateway as JSON text or as it came when it came as a
 * string
 * @param runningConfig running config of a router
 * @param unreported the transaction id of a command that was carried out, or refused, and not reported yet
 * @param diagnosing whether diagnose data goes out with the next check-in
 * @param startedAt since when it runs
 * @param checkIns how many there were, answered or not
 */
public record DeviceState(
        String firmwareVersion,
        Optional<String> config,
        Optional<String> runningConfig,
        Optional<String> unreported,
        boolean diagnosing,
        Instant startedAt,
        long checkIns) {}
