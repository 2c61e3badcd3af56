// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.osgi.framework.BundleContext;
import org.smartems.platform.configuration.Configurations;

/** Begins or ends maintenance, or tells whether it is on. */
@Service
@Command(
        scope = "smartems",
        name = "maintenance",
        description = "Turns devices and everybody but administrators away, or lets them in again")
public final class MaintenanceCommand implements Action {

    @Argument(name = "state", description = "on or off; without it the present state is shown")
    @Completion(
            value = StringsCompleter.class,
            values = {"on", "off"})
    private String state;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() {
        boolean on = Services.use(context, Configurations.class, configurations -> {
            if (state != null) {
                configurations.setMaintenanceMode(isOn(state));
            }
            return configurations.general().maintenanceMode();
        });
        session.getConsole().println("Maintenance mode is " + (on ? "on" : "off") + ".");
        return null;
    }

    private static boolean isOn(String state) {
        return switch (state) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("on or off, not " + state);
        };
    }
}
