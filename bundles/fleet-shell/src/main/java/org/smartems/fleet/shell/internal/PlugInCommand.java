// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;

/** A command for one plug-in. */
abstract class PlugInCommand extends FleetAction {

    @Argument(name = "id", description = "Id of the plug-in, such as procedure:router", required = true)
    @Completion(PlugInCompleter.class)
    String id;
}
