// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.command;

import java.time.Instant;

/**
 * A command that the device has not reported on.
 *
 * @param id in fleet_device_command
 * @param createdAt likewise
 * @param name as on the wire
 * @param transactionId by which the device names it
 * @param kind name of the kind of work
 * @param slot of firmware or config, else 0
 * @param expireAt when nobody waits for the device any longer
 */
public record OpenCommand(
        long id, Instant createdAt, String name, String transactionId, String kind, int slot, Instant expireAt) {

    /** How many can be open for one device; the oldest gives way. */
    public static final int MOST = 16;
}
