// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smartems.benchmark.Table;

/** A run for people. */
final class Sheet {

    private static final String SETTING = "  %-27s %s%n";
    private static final int MAXIMUM_EXAMPLES = 10;

    private final Report report;
    private final Figures figures;
    private final Comparison comparison;
    private final boolean otherMachine;

    Sheet(Report report) {
        this.report = report;
        this.figures = report.figures();
        this.comparison = new Comparison(report.kept());
        this.otherMachine = comparison.isOfAnother(report.machine());
    }

    String text() {
        StringBuilder text = new StringBuilder("\nCheck-ins over HTTPS\n");
        report.settings().forEach((name, value) -> text.append(String.format(Locale.ROOT, SETTING, name, value)));
        text.append(
                String.format(Locale.ROOT, SETTING, "machine", report.machine().words()));
        text.append(String.format(Locale.ROOT, SETTING, "compared with", comparison.words()));
        if (otherMachine) {
            text.append("  ANOTHER MACHINE: the changes, marked with *, are those of the machine, too\n");
        }
        report.remarks().forEach(remark -> text.append("  ").append(remark).append('\n'));
        figures.slices().keySet().stream().map(Case::stage).distinct().forEach(stage -> stage(text, stage));
        heap(text);
        text.append("\nGoals\n");
        Goal.all(figures).forEach(goal -> text.append("  ").append(goal.words()).append('\n'));
        examples().forEach(example -> text.append("  ").append(example).append('\n'));
        return text.toString();
    }

    private void stage(StringBuilder text, Stage stage) {
        Table table = new Table(
                "",
                "clients",
                "per s",
                "rounds",
                "p50 ms",
                "p99 ms",
                "p99.9 ms",
                "server µs",
                "database µs",
                "client µs",
                "WAL bytes",
                "READ",
                "WRITE",
                "rate",
                "CPU",
                "errors");
        for (Dialect dialect : Dialect.values()) {
            figures.slices().keySet().stream()
                    .filter(test -> test.stage().equals(stage) && test.dialect() == dialect)
                    .sorted(Sheet::compare)
                    .forEach(test -> table.row(row(test)));
        }
        text.append('\n').append(stage.words()).append('\n').append(table);
    }

    private static int compare(Case one, Case other) {
        int work = one.work().compareTo(other.work());
        int way = one.way().compareTo(other.way());
        int clients = Integer.compare(one.clients(), other.clients());
        return work != 0 ? work : way != 0 ? way : clients;
    }

    private String[] row(Case test) {
        Slice all = figures.all(test).orElseThrow();
        Optional<Comparison.Change> change = comparison.change(test, all);
        return new String[] {
            test.dialect().label() + ", " + test.work().label() + ", "
                    + test.way().id() + ", " + test.variant().label(),
            Integer.toString(test.clients()),
            whole(all.perSecond()),
            figures.slices().get(test).stream()
                    .map(slice -> whole(slice.perSecond()))
                    .collect(Collectors.joining(" ")),
            decimals(all.millis(50)),
            decimals(all.millis(99)),
            decimals(all.millis(99.9)),
            whole(all.each(all.cpu().server()) * 1e6),
            whole(all.each(all.cpu().database()) * 1e6),
            whole(all.each(all.cpu().client()) * 1e6),
            whole(all.each(all.sharing().walBytes())),
            size(all.sharing().meanRead()),
            size(all.sharing().meanWrite()),
            change.map(it -> percent(it.rate())).orElse(""),
            change.map(it -> percent(it.cost())).orElse(""),
            all.problems().isEmpty() ? "" : Integer.toString(all.problems().size())
        };
    }

    private void heap(StringBuilder text) {
        figures.heap()
                .forEach((checkIns, used) -> text.append(String.format(
                        Locale.ROOT,
                        "%n  %,d check-ins: %,.1f MiB of heap after a garbage collection",
                        checkIns,
                        used)));
        text.append(figures.heap().isEmpty() ? "" : "\n");
    }

    private List<String> examples() {
        return figures.slices().keySet().stream()
                .flatMap(test ->
                        figures.all(test).orElseThrow().problems().stream().map(problem -> test + ": " + problem))
                .limit(MAXIMUM_EXAMPLES)
                .toList();
    }

    private String percent(double number) {
        return String.format(Locale.ROOT, "%+.0f%%%s", number, otherMachine ? "*" : "");
    }

    private static String size(double number) {
        return number == 0 ? "-" : String.format(Locale.ROOT, "%.1f", number);
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    private static String decimals(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
