// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.platform.plugin.PlugIns;
import org.smartems.shell.ListAction;

/** Shows the plug-ins of this node. */
@Service
@Command(scope = "smartems", name = "plugin-list", description = "Shows the plug-ins of this node, and how they do")
public final class PlugInListCommand extends ListAction {

    @Override
    protected List<Map<String, Object>> rows() {
        return use(PlugIns.class, PlugIns::all).stream()
                .map(PlugInText::summary)
                .toList();
    }

    @Override
    protected List<String> columns() {
        return List.of("Id", "Kind", "Bundle", "Version", "State", "Running", "Faults", "Last fault");
    }
}
