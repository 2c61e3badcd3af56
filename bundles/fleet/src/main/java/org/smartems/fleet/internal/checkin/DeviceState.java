// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.smartems.fleet.internal.command.OpenCommand;
import org.smartems.fleet.internal.delivery.Delivering;
import org.smartems.fleet.internal.device.DeviceFacts;

/**
 * What check-ins keep of a device, one row of fleet_device_state; immutable.
 *
 * @param revision counts the changes of the row
 * @param facts that it reports
 * @param flags what was asked for
 * @param delivering work whose answer is under way
 * @param commands that the device has not reported on, the oldest first
 * @param commandRetryCount failed attempts in a row
 * @param lastCommandCritical no firmware goes out by itself
 * @param boundCredential the only credential of the device
 * @param configLog what was logged last of the reported configs, by slot
 */
public record DeviceState(
        long revision,
        DeviceFacts facts,
        Flags flags,
        Optional<Delivering> delivering,
        List<OpenCommand> commands,
        int commandRetryCount,
        boolean lastCommandCritical,
        OptionalLong boundCredential,
        Map<Integer, ConfigMark> configLog) {

    /** Of a device that has never called. */
    public static final DeviceState NEW = new DeviceState(
            0, DeviceFacts.NONE, Flags.NONE, Optional.empty(), List.of(), 0, false, OptionalLong.empty(), Map.of());

    /** Whether only what is in {@link FactRow#MOVING}, and the address it came from, may be different. */
    boolean differsByMoving(DeviceState before) {
        return facts.differByMoving(before.facts, FactRow.MOVING)
                && new DeviceState(
                                revision,
                                before.facts,
                                flags,
                                delivering,
                                commands,
                                commandRetryCount,
                                lastCommandCritical,
                                boundCredential,
                                configLog)
                        .equals(before);
    }
}
