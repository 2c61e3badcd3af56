// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.configuration;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smartems.simulator.Dialect;

/** How many devices there are of each dialect. */
final class Mix {

    static final int MAX_DEVICES = 100_000;
    private static final String USUAL = "tk800=20,edge-gateway=5";

    private Mix() {}

    /** The setting {@code mix}, scaled to {@code devices} if that is given. */
    static Map<Dialect, Integer> read(Values values) {
        Map<Dialect, Integer> weights = weights(values, values.text("mix").orElse(USUAL));
        long sum = weights.values().stream().mapToLong(Integer::longValue).sum();
        Optional<Integer> total = values.number("devices", 1, MAX_DEVICES).map(Long::intValue);
        if (sum == 0) {
            values.problem("mix", "must give at least one dialect a number above 0");
            return weights;
        }
        if (total.isEmpty() && sum > MAX_DEVICES) {
            values.problem("mix", "must not have more than " + MAX_DEVICES + " devices");
        }
        return total.map(count -> scaled(weights, count, sum)).orElse(weights);
    }

    private static Map<Dialect, Integer> weights(Values values, String mix) {
        Map<Dialect, Integer> weights = new EnumMap<>(Dialect.class);
        for (String part : mix.split(",")) {
            String[] pair = part.trim().split("=", 2);
            Optional<Dialect> dialect = Dialect.of(pair[0].trim());
            if (dialect.isEmpty() || pair.length < 2 || !pair[1].trim().matches("\\d{1,6}")) {
                values.problem("mix", "must be like " + USUAL + ", not " + part.trim());
            } else {
                weights.put(dialect.get(), Integer.parseInt(pair[1].trim()));
            }
        }
        return weights;
    }

    /** By largest remainder, so that the sum is right. */
    static Map<Dialect, Integer> scaled(Map<Dialect, Integer> weights, int total, long sum) {
        Map<Dialect, Integer> counts = new EnumMap<>(Dialect.class);
        weights.forEach((dialect, weight) -> counts.put(dialect, (int) ((long) weight * total / sum)));
        int left = total - counts.values().stream().mapToInt(Integer::intValue).sum();
        List<Dialect> byRemainder = weights.keySet().stream()
                .sorted(Comparator.comparingLong((Dialect dialect) -> -((long) weights.get(dialect) * total % sum)))
                .toList();
        byRemainder.subList(0, left).forEach(dialect -> counts.merge(dialect, 1, Integer::sum));
        return counts;
    }
}
