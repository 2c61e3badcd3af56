// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.smartems.shell.ListAction;
import org.smartems.spi.health.Health;
import org.smartems.spi.health.HealthCheck;

/** Shows every health check and why it is down. */
@Service
@Command(scope = "smartems", name = "health", description = "Shows what the readiness of the server depends on")
public final class HealthCommand extends ListAction {

    @Override
    protected List<Map<String, Object>> rows() {
        Map<String, Map<String, Object>> found = new TreeMap<>();
        for (ServiceReference<HealthCheck> reference : checks()) {
            HealthCheck check = context.getService(reference);
            if (check != null) {
                String name = String.valueOf(reference.getProperty(HealthCheck.NAME));
                found.put(name, row(name, check.check()));
                context.ungetService(reference);
            }
        }
        return List.copyOf(found.values());
    }

    @Override
    protected List<String> columns() {
        return List.of("Check", "State", "Reason");
    }

    private static Map<String, Object> row(String name, Health health) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("check", name);
        row.put("state", health.isUp() ? "up" : "down");
        row.put("reason", health.reason());
        return row;
    }

    private Collection<ServiceReference<HealthCheck>> checks() {
        try {
            return context.getServiceReferences(HealthCheck.class, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e); // there is no filter
        }
    }
}
