// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.servlet.Filter;
import org.smartems.spi.health.HealthCheck;

/** What is served without the web container, whose contexts come and go on their own threads. */
final class Routes {

    private final List<Route> routes = new CopyOnWriteArrayList<>();
    private final HealthChecks checks;

    Routes(HealthChecks checks) {
        this.checks = checks;
    }

    /** A filter that is a check as well counts once requests reach it. */
    void add(Filter filter, Map<String, ?> properties) {
        for (String path : paths(properties.get(Route.PATH))) {
            routes.add(new Route(path, filter));
        }
        if (filter instanceof HealthCheck check) {
            checks.add(check, properties.get(HealthCheck.NAME));
        }
    }

    void remove(Filter filter) {
        if (filter instanceof HealthCheck check) {
            checks.remove(check);
        }
        routes.removeIf(route -> route.filter() == filter);
    }

    /** The longest path counts, in whatever order they came. */
    Optional<Route> find(String path) {
        return routes.stream()
                .filter(route -> Paths.isUnder(path, route.path()))
                .max(Comparator.comparingInt(route -> route.path().length()));
    }

    private static List<String> paths(Object property) {
        return property instanceof String[] several ? Arrays.asList(several) : List.of(property.toString());
    }
}
