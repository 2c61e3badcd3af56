// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.smartems.fleet.device.DeviceView;
import org.smartems.fleet.device.WorkFlag;

/** Requests work of a device with its next contact. */
@Service
@Command(
        scope = "smartems",
        name = "device-flag",
        description = "Requests that a device gets or sends something with its next contact")
public final class DeviceFlagCommand extends DeviceCommand {

    @Argument(index = 1, name = "flag", description = "What is requested", required = true)
    @Completion(FlagCompleter.class)
    private String flag;

    @Argument(index = 2, name = "state", description = "on or off; on when it is left out")
    @Completion(
            value = StringsCompleter.class,
            values = {"on", "off"})
    private String state = "on";

    @Override
    protected void run() {
        WorkFlag known = DeviceFlags.of(flag);
        boolean on = isOn();
        DeviceView device = device((devices, found) -> devices.flag(AUTHOR, found.id(), known, on));
        print(flag + " of device " + device.name() + " is " + state + ".");
    }

    private boolean isOn() {
        return switch (state) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("on or off, not " + state);
        };
    }
}
