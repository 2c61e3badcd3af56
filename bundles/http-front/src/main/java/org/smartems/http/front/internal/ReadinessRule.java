// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;
import java.util.Set;

/** Tells API clients at once to come back, instead of a 404 during start-up or a wait for a connection. */
final class ReadinessRule implements Rule {

    private static final String API = "api";
    private static final String DATABASE = "database";

    private final HealthChecks checks;
    private final boolean apiRequired;

    ReadinessRule(HealthChecks checks, Set<String> required) {
        this.checks = checks;
        this.apiRequired = required.contains(API);
    }

    @Override
    public boolean answers(Exchange exchange) throws IOException {
        if (!Paths.isRest(exchange.path())) {
            return false;
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
}
