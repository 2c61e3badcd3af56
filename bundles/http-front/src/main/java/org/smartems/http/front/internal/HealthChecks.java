// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.spi.health.Health;
import org.smartems.spi.health.HealthCheck;

/** The registered checks. */
final class HealthChecks {

    private static final Logger LOG = LoggerFactory.getLogger(HealthChecks.class);
    private static final Health FAILED = Health.down("check failed");
    private static final Health NOT_STARTED = Health.down("not started");

    private final Map<HealthCheck, String> checks = new ConcurrentHashMap<>();
    private final Set<HealthCheck> reported = ConcurrentHashMap.newKeySet();

    void add(HealthCheck check, Object name) {
        if (name instanceof String text && !text.isBlank()) {
            checks.put(check, text);
        } else {
            LOG.error(
                    "{} has no service property {}; it is ignored",
                    check.getClass().getName(),
                    HealthCheck.NAME);
        }
    }

    void remove(HealthCheck check) {
        checks.remove(check);
        reported.remove(check);
    }

    /** By name; of several with one name, a bad one wins. */
    SortedMap<String, Health> all(Set<String> required) {
        SortedMap<String, Health> all = new TreeMap<>();
        List<Map.Entry<HealthCheck, String>> entries = new ArrayList<>(checks.entrySet());
        entries.forEach(entry ->
                all.merge(entry.getValue(), ask(entry.getKey(), entry.getValue()), (a, b) -> a.isUp() ? b : a));
        required.forEach(name -> all.putIfAbsent(name, NOT_STARTED));
        return all;
    }

    boolean isMissing(String name) {
        return !checks.containsValue(name);
    }

    /** False while no check has that name. */
    boolean isDown(String name) {
        return checks.entrySet().stream()
                .anyMatch(entry -> entry.getValue().equals(name)
                        && !ask(entry.getKey(), name).isUp());
    }

    private Health ask(HealthCheck check, String name) {
        try {
            Health health = check.check();
            if (health != null) {
                reported.remove(check);
                return health;
            }
            report(check, name, null);
        } catch (RuntimeException | LinkageError e) {
            report(check, name, e);
        }
        return FAILED;
    }

    /** Once, not with every request. */
    private void report(HealthCheck check, String name, Throwable failure) {
        if (reported.add(check)) {
            LOG.warn("Health check {} gives no answer and counts as down", name, failure);
        }
    }
}
