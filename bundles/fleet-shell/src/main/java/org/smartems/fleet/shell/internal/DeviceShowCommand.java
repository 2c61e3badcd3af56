// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.smartems.fleet.device.DeviceView;

/** Shows a device. */
@Service
@Command(scope = "smartems", name = "device-show", description = "Shows what is known of a device")
public final class DeviceShowCommand extends DeviceCommand {

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Override
    protected void run() {
        DeviceView device = device((devices, found) -> found);
        Map<String, String> predefined = devices(devices -> devices.predefinedVariables(device.id()));
        Map<String, String> defined = DeviceText.variables(device.variables());
        String typeName = types(types -> DeviceChoice.typeName(types, device.deviceType()));
        Map<String, Object> details = DeviceText.details(device, typeName);
        if (json) {
            details.put("variables", defined);
            details.put("predefinedVariables", predefined);
            print(Json.text(details));
            return;
        }
        printTable("Device", details);
        printTable("Variable", defined);
        printTable("Predefined variable", predefined);
    }

    private void printTable(String title, Map<String, ?> values) {
        if (values.isEmpty()) {
            return;
        }
        ShellTable table = new ShellTable();
        table.column(title);
        table.column("Value");
        values.forEach((name, value) -> table.addRow().addContent(name, DeviceText.cell(value)));
        table.print(session.getConsole());
    }
}
