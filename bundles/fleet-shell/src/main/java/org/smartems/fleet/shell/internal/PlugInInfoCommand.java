// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.util.Map;
import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.fleet.firmware.FirmwareOrders;
import org.smartems.platform.plugin.PlugIn;

/** Shows a plug-in. */
@Service
@Command(
        scope = "smartems",
        name = "plugin-info",
        description = "Shows a plug-in, how it does, and the device types that need it")
public final class PlugInInfoCommand extends PlugInCommand {

    @Option(name = "--json", description = "Print JSON")
    boolean json;

    @Override
    protected void run() {
        PlugIn plugIn = plugIns(plugIns -> PlugInText.find(plugIns, id));
        Map<String, Object> details = PlugInText.details(plugIn, types(DeviceTypes::list), ruled(plugIn));
        if (json) {
            print(Json.text(details));
            return;
        }
        ShellTable table = new ShellTable();
        table.column("Plug-in");
        table.column("Value");
        details.forEach((name, value) -> table.addRow().addContent(name, PlugInText.cell(value)));
        table.print(session.getConsole());
    }

    private Set<Long> ruled(PlugIn plugIn) {
        return plugIn.kind().equals("versioning")
                ? use(FirmwareOrders.class, orders -> orders.deviceTypes(PlugInText.name(plugIn)))
                : Set.of();
    }
}
