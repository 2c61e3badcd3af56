// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.fleet.device.DeviceView;

/** Lets a device be handed work. */
@Service
@Command(scope = "smartems", name = "device-enable", description = "Lets a device be handed work")
public final class DeviceEnableCommand extends DeviceCommand {

    @Override
    protected void run() {
        DeviceView device = device((devices, found) -> devices.enable(AUTHOR, found.id()));
        print("Device " + device.name() + " is enabled.");
    }
}
