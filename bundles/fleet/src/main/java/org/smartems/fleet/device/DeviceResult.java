// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.device;

import java.util.List;

/**
 * What became of one of many devices.
 *
 * @param id of the device
 * @param name of the device
 * @param status what became of it
 * @param messages ids of why; errors where the status is {@link Status#ERROR}, otherwise warnings
 */
public record DeviceResult(long id, String name, Status status, List<String> messages) {

    /** What became of a device. */
    public enum Status {
        /** Done. */
        SUCCESS,
        /** Done, but not all of it. */
        WARNING,
        /** There was nothing to do, or it does not apply to this device. */
        SKIPPED,
        /** Not done. */
        ERROR
    }

    /** Copies the messages. */
    public DeviceResult {
        messages = List.copyOf(messages);
    }
}
