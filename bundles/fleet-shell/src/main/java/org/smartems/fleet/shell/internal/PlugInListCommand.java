// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.smartems.platform.plugin.PlugIns;

/** Shows the plug-ins of this node. */
@Service
@Command(scope = "smartems", name = "plugin-list", description = "Shows the plug-ins of this node, and how they do")
public final class PlugInListCommand extends FleetAction {

    @Option(name = "--json", description = "Print JSON")
    boolean json;

    @Override
    void run() {
        List<Map<String, Object>> rows =
                plugIns(PlugIns::all).stream().map(PlugInText::summary).toList();
        if (json) {
            print(Json.text(rows));
            return;
        }
        ShellTable table = new ShellTable().emptyTableText("No plug-ins");
        for (String column :
                new String[] {"Id", "Kind", "Bundle", "Version", "State", "Running", "Faults", "Last fault"}) {
            table.column(column);
        }
        rows.forEach(row -> table.addRow()
                .addContent(row.values().stream().map(PlugInText::cell).toArray()));
        table.print(session.getConsole());
    }
}
