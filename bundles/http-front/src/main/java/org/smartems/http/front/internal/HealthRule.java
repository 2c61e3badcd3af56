// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.smartems.spi.health.Health;

/** Answers for supervisors and load balancers: is the process alive, is it ready. */
final class HealthRule implements Rule {

    private final HealthChecks checks;
    private final Set<String> required;

    HealthRule(HealthChecks checks, Set<String> required) {
        this.checks = checks;
        this.required = required;
    }

    @Override
    public boolean answers(Exchange exchange) throws IOException {
        if (!Paths.isUnder(exchange.path(), Paths.HEALTH)) {
            return false;
        }
        boolean live = exchange.path().equals("/health/live");
        if (!live && !exchange.path().equals("/health/ready")) {
            return exchange.refuse(404, "Not Found", "unknown path");
        }
        if (!exchange.isSafe()) {
            return exchange.refuseMethod("GET, HEAD");
        }
        if (live) {
            exchange.response().answer(200, "{\"status\":\"up\"}");
        } else {
            answerReady(exchange);
        }
        return true;
    }

    private void answerReady(Exchange exchange) throws IOException {
        Map<String, Health> states = checks.all(required);
        boolean ready = states.values().stream().allMatch(Health::isUp);
        if (!ready) {
            exchange.response().setHeader("Retry-After", "5");
        }
        String members = states.entrySet().stream()
                .map(state -> Json.text(state.getKey()) + ":" + json(state.getValue()))
                .collect(Collectors.joining(","));
        exchange.response().answer(ready ? 200 : 503, "{" + status(ready) + ",\"checks\":{" + members + "}}");
    }

    private static String json(Health health) {
        return health.isUp()
                ? "{" + status(true) + "}"
                : "{" + status(false) + ",\"reason\":" + Json.text(health.reason()) + "}";
    }

    private static String status(boolean up) {
        return "\"status\":\"" + (up ? "up" : "down") + "\"";
    }
}
