// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.util.List;
import java.util.Set;
import org.smartems.fleet.device.DeviceResult;
import org.smartems.fleet.device.DeviceResult.Status;
import org.smartems.fleet.device.WorkFlag;

/**
 * What is decided for one of many devices.
 *
 * @param before as it is stored
 * @param after as it is to be stored; the same where nothing is to be done
 * @param set flags that are to be set
 * @param clear flags that are to be cleared
 * @param status what is told
 * @param messages ids of why
 */
record Outcome(
        DeviceDraft before,
        DeviceDraft.Values after,
        Set<WorkFlag> set,
        Set<WorkFlag> clear,
        Status status,
        List<String> messages) {

    static Outcome skipped(DeviceDraft device, String message) {
        return new Outcome(device, device.values(), Set.of(), Set.of(), Status.SKIPPED, List.of(message));
    }

    static Outcome error(DeviceDraft device, String message) {
        return new Outcome(device, device.values(), Set.of(), Set.of(), Status.ERROR, List.of(message));
    }

    static Outcome changed(DeviceDraft device, DeviceDraft.Values after) {
        return new Outcome(device, after, Set.of(), Set.of(), Status.SUCCESS, List.of());
    }

    static Outcome flagged(DeviceDraft device, Set<WorkFlag> set, Set<WorkFlag> clear) {
        return new Outcome(device, device.values(), set, clear, Status.SUCCESS, List.of());
    }

    /** Whether anything is to be done. */
    boolean isDone() {
        return status == Status.SUCCESS || status == Status.WARNING;
    }

    boolean isFlagged() {
        return !set.isEmpty() || !clear.isEmpty();
    }

    boolean isDisabled() {
        return before.values().enabled() && !after.enabled();
    }

    DeviceResult result() {
        return new DeviceResult(before.id(), before.name(), status, messages);
    }
}
