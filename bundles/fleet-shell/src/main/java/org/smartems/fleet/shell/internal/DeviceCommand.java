// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.util.function.BiFunction;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.smartems.fleet.device.DeviceView;
import org.smartems.fleet.device.Devices;

/** A command for one device. */
abstract class DeviceCommand extends FleetAction {

    @Argument(name = "device", description = "Identifier, name, UUID or id:N of the device", required = true)
    @Completion(DeviceCompleter.class)
    String word;

    @Option(name = "--type", description = "Name of its device type, where several have one of that name")
    @Completion(DeviceTypeCompleter.class)
    String type;

    /** Does something to the device. */
    <T> T device(BiFunction<Devices, DeviceView, T> work) {
        return devices(devices -> work.apply(
                devices, DeviceChoice.device(devices, word, types(types -> DeviceChoice.type(types, type)))));
    }
}
