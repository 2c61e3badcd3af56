// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.device.endpoint.PlugIn;

/** Lets a plug-in serve again. */
@Service
@Command(
        scope = "smartems",
        name = "plugin-restart",
        description = "Lets a plug-in serve again that was stuck too often, and counts anew")
public final class PlugInRestartCommand extends PlugInCommand {

    @Override
    void run() {
        PlugIn before = plugIns(plugIns -> PlugInText.find(plugIns, id));
        if (!plugIns(plugIns -> plugIns.restart(id))) {
            throw PlugInText.unknown(id);
        }
        print(id + " serves and is counted anew; it was " + (before.faulty() ? "faulty" : "serving") + " with "
                + before.faults() + " faults and " + before.stuck() + " stuck calls.");
    }
}
