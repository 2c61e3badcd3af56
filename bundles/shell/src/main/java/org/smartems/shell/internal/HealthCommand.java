// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import java.util.Map;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.smartems.spi.health.Health;
import org.smartems.spi.health.HealthCheck;

/** Shows every health check and why it is down. */
@Service
@Command(scope = "smartems", name = "health", description = "Shows what the readiness of the server depends on")
public final class HealthCommand implements Action {

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws InvalidSyntaxException {
        ShellTable table = new ShellTable();
        table.column("Check");
        table.column("State");
        table.column("Reason");
        checks().forEach((name, health) ->
                table.addRow().addContent(name, health.isUp() ? "up" : "down", health.reason()));
        table.print(session.getConsole());
        return null;
    }

    private Map<String, Health> checks() throws InvalidSyntaxException {
        Map<String, Health> found = new TreeMap<>();
        for (ServiceReference<HealthCheck> reference : context.getServiceReferences(HealthCheck.class, null)) {
            HealthCheck check = context.getService(reference);
            if (check != null) {
                found.put(String.valueOf(reference.getProperty(HealthCheck.NAME)), check.check());
                context.ungetService(reference);
            }
        }
        return found;
    }
}
