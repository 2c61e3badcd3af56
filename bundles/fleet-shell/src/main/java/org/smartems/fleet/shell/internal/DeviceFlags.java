// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.util.Arrays;
import org.smartems.fleet.device.WorkFlag;

/** Work flags by their names. */
final class DeviceFlags {

    private DeviceFlags() {}

    static WorkFlag of(String name) {
        return WorkFlag.find(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no flag " + name + ", but "
                        + Arrays.stream(WorkFlag.values()).map(WorkFlag::id).toList()));
    }
}
