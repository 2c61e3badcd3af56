// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.smartems.platform.configuration.Configurations;
import org.smartems.shell.ShellAction;

/** Begins or ends maintenance, or tells whether it is on. */
@Service
@Command(
        scope = "smartems",
        name = "maintenance",
        description = "Turns devices and everybody but administrators away, or lets them in again")
public final class MaintenanceCommand extends ShellAction {

    @Argument(name = "state", description = "on or off; without it the present state is shown")
    @Completion(
            value = StringsCompleter.class,
            values = {"on", "off"})
    String state;

    @Override
    protected void run() {
        boolean on = use(Configurations.class, configurations -> {
            if (state != null) {
                configurations.setMaintenanceMode(isOn(state));
            }
            return configurations.general().maintenanceMode();
        });
        print("Maintenance mode is " + (on ? "on" : "off") + ".");
    }

    private static boolean isOn(String state) {
        return switch (state) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("on or off, not " + state);
        };
    }
}
