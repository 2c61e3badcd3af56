// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.util.function.Function;
import org.smartems.fleet.device.Devices;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.platform.plugin.PlugIns;
import org.smartems.shell.ShellAction;

/** What the commands for devices have in common. */
abstract class FleetAction extends ShellAction {

    <T> T devices(Function<Devices, T> work) {
        return use(Devices.class, work);
    }

    <T> T types(Function<DeviceTypes, T> work) {
        return use(DeviceTypes.class, work);
    }

    <T> T plugIns(Function<PlugIns, T> work) {
        return use(PlugIns.class, work);
    }
}
