// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.fleet.device.DeviceFilter;
import org.smartems.fleet.device.DeviceView;
import org.smartems.fleet.device.Devices;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.shell.ListAction;

/** Shows devices. */
@Service
@Command(scope = "smartems", name = "device-list", description = "Shows devices")
public final class DeviceListCommand extends ListAction {

    private static final int LIMIT = 50;

    @Option(name = "--type", description = "Name of their device type")
    @Completion(DeviceTypeCompleter.class)
    private String type;

    @Option(name = "--enabled", description = "Only enabled ones")
    private boolean enabled;

    @Option(name = "--disabled", description = "Only disabled ones")
    private boolean disabled;

    @Option(name = "--identifier", description = "A part of the identifier, in any case")
    private String identifier = "";

    @Option(name = "--limit", description = "How many at most")
    private int limit = LIMIT;

    @Override
    protected List<Map<String, Object>> rows() {
        OptionalLong id = use(DeviceTypes.class, types -> DeviceChoice.type(types, type));
        DeviceFilter filter = new DeviceFilter(id, state(), identifier, limit);
        List<DeviceView> found = use(Devices.class, devices -> devices.list(filter));
        Map<Long, String> names = new HashMap<>();
        use(DeviceTypes.class, DeviceTypes::list)
                .forEach(known -> names.put(known.id(), known.values().name()));
        return found.stream()
                .map(device -> DeviceText.summary(device, names.get(device.deviceType())))
                .toList();
    }

    @Override
    protected List<String> columns() {
        return List.of(
                "Id",
                "Type",
                "Identifier",
                "Name",
                "Enabled",
                "Staging",
                "Template",
                "Firmware",
                "Flags",
                "Last contact");
    }

    @Override
    protected String note(int shown) {
        return shown == limit ? "There may be more: --limit shows them." : "";
    }

    private Optional<Boolean> state() {
        return enabled == disabled ? Optional.empty() : Optional.of(enabled);
    }
}
