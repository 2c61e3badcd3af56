// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was measured, for people and for programs. */
final class Report {

    private static final String ROW = "%-30s %7s %9s  %-15s %7s %8s %8s %9s %8s %7s%n";
    private static final String ABOVE = "%-30s %7s %9s  %-15s %7s %8s  %s%n";
    private static final int MAXIMUM_EXAMPLES = 10;

    private final Machine machine;
    private final Map<String, Object> settings;
    private final Map<Case, List<Slice>> slices;

    Report(Machine machine, Map<String, Object> settings, Map<Case, List<Slice>> slices) {
        this.machine = machine;
        this.settings = settings;
        this.slices = slices;
    }

    long errors() {
        return slices.values().stream()
                .flatMap(List::stream)
                .mapToLong(slice -> slice.problems().size())
                .sum();
    }

    String table() {
        StringBuilder table = new StringBuilder("\nCheck-ins with nothing new over kept HTTPS connections\n");
        settings.forEach((name, value) -> table.append(String.format(Locale.ROOT, "  %-27s %s%n", name, value)));
        table.append(String.format(Locale.ROOT, "  %-27s %s%n%n", "machine", machine.words()));
        table.append(String.format(
                Locale.ROOT, ABOVE, "", "", "check-ins", "of each", "p50", "p99", "CPU µs of each check-in"));
        table.append(row("", "clients", "per s", "round", "ms", "ms", "server", "database", "client", "errors"));
        for (Dialect dialect : Dialect.values()) {
            table.append('\n').append(dialect.label()).append('\n');
            slices.keySet().stream()
                    .filter(test -> test.dialect() == dialect)
                    .sorted((one, other) -> Integer.compare(one.clients(), other.clients()))
                    .forEach(test -> table.append(row(test)));
        }
        table.append('\n').append(ratios());
        examples().forEach(example -> table.append("  ").append(example).append('\n'));
        return table.toString();
    }

    String json() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("settings", settings);
        members.put("machine", machine.members());
        members.put("errors", errors());
        members.put("cases", slices.keySet().stream().map(this::members).toList());
        return Json.write(members);
    }

    private String row(Case test) {
        Slice all = all(test);
        return row(
                "  " + test.variant().label(),
                Integer.toString(test.clients()),
                whole(all.perSecond()),
                slices.get(test).stream().map(slice -> whole(slice.perSecond())).collect(Collectors.joining(" ")),
                millis(all.millis(50)),
                millis(all.millis(99)),
                whole(micros(all, all.cpu().server())),
                whole(micros(all, all.cpu().database())),
                whole(micros(all, all.cpu().client())),
                Integer.toString(all.problems().size()));
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, ROW, cells);
    }

    private String ratios() {
        StringBuilder ratios = new StringBuilder();
        for (Dialect dialect : Dialect.values()) {
            double product = rate(Variant.PRODUCT, dialect);
            ratios.append(String.format(
                    Locale.ROOT,
                    "%s, %d clients: %.2f of the constant answer, %.2f times one check-in per transaction%n",
                    dialect.label(),
                    Plan.MANY,
                    product / rate(Variant.CONSTANT, dialect),
                    product / rate(Variant.SINGLE, dialect)));
        }
        return ratios.toString();
    }

    private double rate(Variant variant, Dialect dialect) {
        return all(new Case(variant, dialect, Plan.MANY)).perSecond();
    }

    private List<String> examples() {
        return slices.entrySet().stream()
                .flatMap(entry ->
                        all(entry.getKey()).problems().stream().map(problem -> entry.getKey() + ": " + problem))
                .limit(MAXIMUM_EXAMPLES)
                .toList();
    }

    private Map<String, Object> members(Case test) {
        Slice all = all(test);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("dialect", test.dialect().id());
        members.put("variant", test.variant().id());
        members.put("clients", test.clients());
        members.put("checkIns", all.checkIns());
        members.put("seconds", all.seconds());
        members.put("perSecond", all.perSecond());
        List<Double> rounds = new ArrayList<>();
        slices.get(test).forEach(slice -> rounds.add(slice.perSecond()));
        members.put("perSecondOfRounds", rounds);
        members.put("p50Millis", all.millis(50));
        members.put("p99Millis", all.millis(99));
        members.put("serverCpuMicros", micros(all, all.cpu().server()));
        members.put("databaseCpuMicros", micros(all, all.cpu().database()));
        members.put("clientCpuMicros", micros(all, all.cpu().client()));
        members.put("errors", all.problems().size());
        return members;
    }

    private Slice all(Case test) {
        return slices.get(test).stream().reduce(Slice::plus).orElseThrow();
    }

    /** Processor time per check-in. */
    private static double micros(Slice slice, double cpuSeconds) {
        return slice.checkIns() == 0 ? 0 : cpuSeconds * 1e6 / slice.checkIns();
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    private static String millis(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
