// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.devicetype.DeviceTypes;

/** Shows the device types. */
@Service
@Command(scope = "smartems", name = "device-type-list", description = "Shows the device types")
public final class DeviceTypeListCommand extends FleetAction {

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Override
    void run() {
        List<Map<String, Object>> rows = types(DeviceTypes::list).stream()
                .map(DeviceTypeListCommand::row)
                .toList();
        if (json) {
            print(Json.text(rows));
            return;
        }
        ShellTable table = new ShellTable();
        for (String column :
                new String[] {"Id", "Name", "Procedure", "Installed", "Prefix", "Log in", "Enabled", "Used"}) {
            table.column(column);
        }
        rows.forEach(row -> table.addRow()
                .addContent(row.values().stream().map(DeviceText::cell).toArray()));
        table.print(session.getConsole());
    }

    private static Map<String, Object> row(DeviceTypeView type) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", type.id());
        row.put("name", type.values().name());
        row.put("communicationProcedure", type.values().communicationProcedure());
        row.put("procedureInstalled", type.procedureInstalled());
        row.put("routePrefix", type.values().routePrefix());
        row.put("authenticationMethod", type.values().options().authenticationMethod());
        row.put("enabled", type.enabled());
        row.put("used", type.used());
        return row;
    }
}
