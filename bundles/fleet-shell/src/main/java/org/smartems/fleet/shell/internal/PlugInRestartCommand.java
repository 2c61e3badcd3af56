// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.platform.plugin.PlugIn;

/** Lets a plug-in serve again. */
@Service
@Command(
        scope = "smartems",
        name = "plugin-restart",
        description = "Lets a plug-in serve again that was stuck too often, and counts anew")
public final class PlugInRestartCommand extends PlugInCommand {

    @Override
    protected void run() {
        PlugIn before = plugIns(plugIns -> PlugInText.find(plugIns, id));
        if (!before.isUsed()) {
            throw new IllegalArgumentException(
                    id + " is " + PlugInText.state(before) + ": install a repaired version of its bundle");
        }
        if (!plugIns(plugIns -> plugIns.restart(id))) {
            throw PlugInText.unknown(id);
        }
        print(id + " serves and is counted anew; it was " + PlugInText.state(before) + " with "
                + before.counts().faults() + " faults and " + before.counts().stuck() + " stuck calls.");
    }
}
