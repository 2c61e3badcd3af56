// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.fleet.device.DeviceView;

/** Hands no work to a device. */
@Service
@Command(scope = "smartems", name = "device-disable", description = "Hands no more work to a device")
public final class DeviceDisableCommand extends DeviceCommand {

    @Override
    protected void run() {
        DeviceView device = device((devices, found) -> devices.disable(AUTHOR, found.id()));
        print("Device " + device.name() + " is disabled.");
    }
}
