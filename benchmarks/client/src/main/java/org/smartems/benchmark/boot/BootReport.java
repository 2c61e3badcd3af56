// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.boot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.smartems.benchmark.Kept;
import org.smartems.benchmark.Machine;
import org.smartems.benchmark.Program;
import org.smartems.benchmark.Spread;
import org.smartems.benchmark.Table;

/** What was measured, for people and for programs. */
final class BootReport {

    private final Machine machine;
    private final Map<String, Object> settings;
    private final Map<Start, List<Boot>> boots;

    BootReport(Machine machine, Map<String, Object> settings, Map<Start, List<Boot>> boots) {
        this.machine = machine;
        this.settings = settings;
        this.boots = boots;
    }

    String table(Kept kept) {
        List<String> heads = new ArrayList<>(List.of("Median"));
        boots.keySet().forEach(start -> heads.add(start.label()));
        Table table = new Table(heads.toArray(String[]::new));
        row(table, "s to unpack", start -> median(start, Boot::unpackSeconds));
        for (Milestone milestone : Milestone.values()) {
            row(table, "s to " + milestone.label(), start -> median(start, milestone));
        }
        row(table, "s to ready", start -> median(start, Boot::readySeconds));
        row(table, "s together", start -> median(start, Boot::totalSeconds));
        row(table, "s together, worst", start -> spread(start, Boot::totalSeconds)
                .worst());
        row(
                table,
                "MiB of the server",
                start -> median(start, boot -> boot.memory().resident()));
        row(table, "MiB at most", start -> median(start, boot -> boot.memory().peak()));
        row(
                table,
                "MiB of heap in use",
                start -> median(start, boot -> boot.memory().heap()));
        row(
                table,
                "MiB of the database",
                start -> median(start, boot -> boot.memory().database()));
        if (!kept.members().isEmpty()) {
            cells(table, "s of kept", start -> ratio(start, kept));
        }
        return Program.head("From the archive to a server that is ready", settings, machine) + table;
    }

    private String ratio(Start start, Kept kept) {
        return Table.ratio(median(start, Boot::totalSeconds), kept.figure(Map.of("case", start.id()), "totalSeconds"));
    }

    /** A cell stays empty where there is no such figure. */
    private void row(Table table, String label, ToDoubleFunction<Start> figure) {
        cells(table, label, start -> {
            double value = figure.applyAsDouble(start);
            return value == 0 ? "" : Table.number(value);
        });
    }

    private void cells(Table table, String label, Function<Start, String> cell) {
        List<String> cells = new ArrayList<>(List.of(label));
        boots.keySet().forEach(start -> cells.add(cell.apply(start)));
        table.row(cells.toArray(String[]::new));
    }

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("settings", settings);
        members.put("machine", machine.members());
        members.put("cases", boots.keySet().stream().map(this::members).toList());
        return members;
    }

    private Map<String, Object> members(Start start) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("case", start.id());
        members.put("totalSeconds", median(start, Boot::totalSeconds));
        members.put("worstSeconds", spread(start, Boot::totalSeconds).worst());
        members.put("unpackSeconds", median(start, Boot::unpackSeconds));
        members.put("readySeconds", median(start, Boot::readySeconds));
        for (Milestone milestone : Milestone.values()) {
            members.put(milestone.name().toLowerCase(Locale.ROOT) + "Seconds", median(start, milestone));
        }
        members.put("residentMiB", median(start, boot -> boot.memory().resident()));
        members.put("peakMiB", median(start, boot -> boot.memory().peak()));
        members.put("heapMiB", median(start, boot -> boot.memory().heap()));
        members.put("databaseMiB", median(start, boot -> boot.memory().database()));
        return members;
    }

    private double median(Start start, ToDoubleFunction<Boot> figure) {
        return spread(start, figure).median();
    }

    private double median(Start start, Milestone milestone) {
        return Spread.of(boots.get(start).stream()
                        .map(boot -> boot.milestones().get(milestone))
                        .filter(Objects::nonNull)
                        .toList())
                .median();
    }

    private Spread spread(Start start, ToDoubleFunction<Boot> figure) {
        return Spread.of(boots.get(start).stream().map(figure::applyAsDouble).toList());
    }
}
