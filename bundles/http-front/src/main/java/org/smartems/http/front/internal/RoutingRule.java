// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;
import java.util.Set;

/**
 * Lets through the console and the REST API on the ports of people, and on every port what may be a device's. An
 * unknown path is no console page.
 */
final class RoutingRule implements Rule {

    private static final Set<String> CONSOLE_CONNECTORS = Set.of("https", "http");

    private final Routes routes;

    RoutingRule(Routes routes) {
        this.routes = routes;
    }

    @Override
    public boolean answers(Exchange exchange) throws IOException {
        String path = exchange.path();
        if (Paths.isDevices(path)) {
            return false;
        }
        boolean consolePort = CONSOLE_CONNECTORS.contains(exchange.connector())
                && exchange.request().isSecure();
        if (consolePort && exchange.isSafe() && (path.equals("/") || path.equals("/web"))) {
            return exchange.redirect(302, "/web/");
        }
        boolean known = Paths.isConsole(path) || routes.find(path).isPresent();
        return !(consolePort && known) && exchange.refuse(404, "Not Found", "unknown path");
    }
}
