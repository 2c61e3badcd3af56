// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the check-in is to reach.
 *
 * @param name what is compared
 * @param isLeast whether more than the bound is good, else less is
 * @param bound of the value
 * @param value what was measured; empty when it was not
 */
record Goal(String name, boolean isLeast, double bound, OptionalDouble value) {

    private static final double OF_CONSTANT = 0.25;
    private static final double OF_SINGLE = 3;
    private static final double OF_SMALL = 1.2;
    private static final double OF_HEAP = 1.05;

    /** All of them; those of a rate with 32 clients and kept connections. */
    static List<Goal> all(Figures figures) {
        List<Goal> goals = new ArrayList<>();
        for (Dialect dialect : Dialect.values()) {
            goals.add(rate(figures, dialect, Variant.CONSTANT, OF_CONSTANT));
            goals.add(rate(figures, dialect, Variant.SINGLE, OF_SINGLE));
            goals.add(new Goal(
                    dialect.label() + ": cost of the largest stage / of the smallest",
                    false,
                    OF_SMALL,
                    growth(figures, dialect)));
        }
        goals.add(new Goal("heap after the most check-ins / after the fewest", false, OF_HEAP, heap(figures)));
        return goals;
    }

    /** Whether the value keeps to the bound; false when there is none. */
    boolean isReached() {
        return value.isPresent() && (isLeast ? value.getAsDouble() >= bound : value.getAsDouble() <= bound);
    }

    String verdict() {
        if (value.isEmpty()) {
            return "not measured";
        }
        return isReached() ? "reached" : "MISSED";
    }

    String words() {
        String measured = value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "-";
        String limit = (isLeast ? "at least " : "at most ") + String.format(Locale.ROOT, "%.2f", bound);
        return String.format(Locale.ROOT, "%-58s %8s  %-13s  %s", name, measured, limit, verdict());
    }

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("goal", name);
        members.put(isLeast ? "atLeast" : "atMost", bound);
        value.ifPresent(measured -> members.put("value", measured));
        members.put("verdict", verdict().toLowerCase(Locale.ROOT));
        return members;
    }

    private static Goal rate(Figures figures, Dialect dialect, Variant floor, double bound) {
        OptionalDouble ratio = figures.slices().keySet().stream()
                .filter(test -> test.equals(Case.plain(test.stage(), floor, dialect, Plan.MANY)))
                .filter(test -> figures.all(test.with(Variant.PRODUCT)).isPresent())
                .mapToDouble(test ->
                        figures.all(test.with(Variant.PRODUCT)).orElseThrow().perSecond()
                                / figures.all(test).orElseThrow().perSecond())
                .findFirst();
        return new Goal(dialect.label() + ": rate / rate of '" + floor.label() + "'", true, bound, ratio);
    }

    /** Stages come in the order of their size. */
    private static OptionalDouble growth(Figures figures, Dialect dialect) {
        List<Slice> stages = figures.slices().keySet().stream()
                .filter(test -> test.equals(Case.plain(test.stage(), Variant.PRODUCT, dialect, Plan.MANY)))
                .map(test -> figures.all(test).orElseThrow())
                .toList();
        return stages.size() < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(Figures.cost(stages.get(stages.size() - 1)) / Figures.cost(stages.get(0)));
    }

    private static OptionalDouble heap(Figures figures) {
        Collection<Double> bytes = figures.heap().values();
        return bytes.size() < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(bytes.stream().reduce((first, last) -> last).orElseThrow()
                        / bytes.iterator().next());
    }
}
