// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;
import java.util.Set;

/** Lets the console and the REST API through and nothing else: an unknown path is no console page. */
final class RoutingRule implements Rule {

    private static final Set<String> CONSOLE_CONNECTORS = Set.of("https", "http");

    @Override
    public boolean answers(Exchange exchange) throws IOException {
        boolean consolePort = CONSOLE_CONNECTORS.contains(exchange.connector())
                && exchange.request().isSecure();
        if (!consolePort) {
            return exchange.refuse(404, "Not Found", "no such device route");
        }
        String path = exchange.path();
        if (exchange.isSafe() && (path.equals("/") || path.equals("/web"))) {
            return exchange.redirect(302, "/web/");
        }
        return !Paths.isConsole(path) && exchange.refuse(404, "Not Found", "unknown path");
    }
}
