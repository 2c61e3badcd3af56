// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;
import java.util.Set;

/** Tells clients at once to come back, instead of a 404 during start-up or a wait for a connection. */
final class ReadinessRule implements Rule {

    static final String API = "api";

    private static final String CONSOLE = "console";
    private static final String DATABASE = "database";
    private static final int RELOAD_SECONDS = 2;

    private final HealthChecks checks;
    private final boolean apiRequired;
    private final boolean consoleRequired;

    ReadinessRule(HealthChecks checks, Set<String> required) {
        this.checks = checks;
        this.apiRequired = required.contains(API);
        this.consoleRequired = required.contains(CONSOLE);
    }

    @Override
    public boolean answers(Exchange exchange) throws IOException {
        if (!Paths.isRest(exchange.path())) {
            return consoleRequired && Paths.isConsole(exchange.path()) && checks.isMissing(CONSOLE) && page(exchange);
        }
        // First, since a check of the API may be down only because of it.
        if (checks.isDown(DATABASE)) {
            return exchange.refuseForNow("databaseUnavailable", "database is down");
        }
        if (apiRequired && (checks.isMissing(API) || checks.isDown(API))) {
            return exchange.refuseForNow("starting", "REST API is not up");
        }
        return false;
    }

    /** For people: a page that asks again by itself. */
    private static boolean page(Exchange exchange) throws IOException {
        exchange.response().setHeader("Refresh", Integer.toString(RELOAD_SECONDS));
        exchange.response().setHeader("Retry-After", Integer.toString(RELOAD_SECONDS));
        exchange.response().setHeader("Cache-Control", "no-store");
        exchange.response()
                .answer(
                        503,
                        "text/html;charset=utf-8",
                        "<!doctype html><html lang=\"en\"><title>Starting</title><p>The server is starting. "
                                + "This page comes back by itself.</p></html>");
        return true;
    }
}
