// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.shell.ListAction;

/** Shows the device types. */
@Service
@Command(scope = "smartems", name = "device-type-list", description = "Shows the device types")
public final class DeviceTypeListCommand extends ListAction {

    @Override
    protected List<Map<String, Object>> rows() {
        return use(DeviceTypes.class, DeviceTypes::list).stream()
                .map(DeviceTypeListCommand::row)
                .toList();
    }

    @Override
    protected List<String> columns() {
        return List.of("Id", "Name", "Procedure", "Installed", "Prefix", "Log in", "Enabled", "Used");
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
