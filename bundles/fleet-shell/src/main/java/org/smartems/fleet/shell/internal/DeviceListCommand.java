// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.smartems.fleet.device.DeviceFilter;
import org.smartems.fleet.device.DeviceView;
import org.smartems.fleet.devicetype.DeviceTypes;

/** Shows devices. */
@Service
@Command(scope = "smartems", name = "device-list", description = "Shows devices")
public final class DeviceListCommand extends FleetAction {

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

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Override
    void run() {
        DeviceFilter filter =
                new DeviceFilter(types(types -> DeviceChoice.type(types, type)), state(), identifier, limit);
        List<DeviceView> found = devices(devices -> devices.list(filter));
        Map<Long, String> names = new HashMap<>();
        types(DeviceTypes::list)
                .forEach(known -> names.put(known.id(), known.values().name()));
        List<Map<String, Object>> rows = found.stream()
                .map(device -> DeviceText.summary(device, names.get(device.deviceType())))
                .toList();
        if (json) {
            print(Json.text(rows));
            return;
        }
        printTable(rows);
        if (rows.size() == limit) {
            print("There may be more: --limit shows them.");
        }
    }

    private Optional<Boolean> state() {
        return enabled == disabled ? Optional.empty() : Optional.of(enabled);
    }

    private void printTable(List<Map<String, Object>> rows) {
        ShellTable table = new ShellTable().emptyTableText("No devices");
        for (String column : new String[] {
            "Id", "Type", "Identifier", "Name", "Enabled", "Staging", "Template", "Firmware", "Flags", "Last contact"
        }) {
            table.column(column);
        }
        rows.forEach(row -> table.addRow()
                .addContent(row.values().stream().map(DeviceText::cell).toArray()));
        table.print(session.getConsole());
    }
}
