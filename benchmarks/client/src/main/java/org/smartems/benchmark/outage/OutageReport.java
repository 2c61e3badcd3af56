// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.outage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.smartems.benchmark.Kept;
import org.smartems.benchmark.Machine;
import org.smartems.benchmark.Program;
import org.smartems.benchmark.Spread;
import org.smartems.benchmark.Table;

/** What came of it, for people and for programs. */
final class OutageReport {

    private static final List<Integer> PARTS = List.of(1, 50, 90, 99, 100);

    private final Machine machine;
    private final Map<String, Object> settings;
    private final Outage.Result result;

    OutageReport(Machine machine, Map<String, Object> settings, Outage.Result result) {
        this.machine = machine;
        this.settings = settings;
        this.result = result;
    }

    boolean isServed() {
        return result.calls().served().size() == devices();
    }

    private int devices() {
        return ((Number) settings.get("devices")).intValue();
    }

    String table(Kept kept) {
        Table table = new Table("Served", "s after the call of all", "of kept");
        for (int part : PARTS) {
            OptionalDouble seconds = seconds(part);
            if (seconds.isPresent()) {
                OptionalDouble before = kept.figure(Map.of("case", "served-" + part), "seconds");
                table.row(part + " %", Table.number(seconds.getAsDouble()), Table.ratio(seconds.getAsDouble(), before));
            }
        }
        StringBuilder text = new StringBuilder(Program.head("All devices at once", settings, machine)).append(table);
        text.append(String.format(
                        Locale.ROOT,
                        "%nAll were handed over after %.1f s%n",
                        result.calls().handedOver()))
                .append("Answers by their status: ")
                .append(result.calls().answers())
                .append('\n');
        text.append(String.format(
                Locale.ROOT,
                "Processor time: server %.0f s, database %.0f s, devices %.0f s%n",
                result.servers().server(),
                result.servers().database(),
                result.devices()));
        text.append(pages());
        if (!isServed()) {
            text.append("NOT ALL ARE SERVED\n");
        }
        return text.toString();
    }

    private String pages() {
        Spread before = Spread.of(result.before());
        Spread meanwhile = Spread.of(result.meanwhile());
        return String.format(
                Locale.ROOT,
                "A page of devices: %.3f s before, %.3f s at most; meanwhile %.3f s, %.3f s at most; then %.3f s%n",
                before.median(),
                before.worst(),
                meanwhile.median(),
                meanwhile.worst(),
                result.afterwards());
    }

    /** By when so many in a hundred of all were served; empty when they were not. */
    private OptionalDouble seconds(int part) {
        int count = Math.max(1, devices() * part / 100);
        return count > result.calls().served().size()
                ? OptionalDouble.empty()
                : OptionalDouble.of(result.calls().served().get(count - 1));
    }

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("settings", settings);
        members.put("machine", machine.members());
        members.put(
                "cases",
                PARTS.stream()
                        .filter(part -> seconds(part).isPresent())
                        .map(part -> Map.of(
                                "case",
                                "served-" + part,
                                "seconds",
                                seconds(part).getAsDouble()))
                        .toList());
        members.put("handedOverSeconds", result.calls().handedOver());
        members.put("answers", result.calls().answers());
        members.put(
                "cpuSeconds",
                new TreeMap<>(Map.of(
                        "server", result.servers().server(),
                        "database", result.servers().database(),
                        "devices", result.devices())));
        members.put("pageSecondsBefore", Spread.of(result.before()).median());
        members.put("pageSecondsMeanwhile", Spread.of(result.meanwhile()).median());
        members.put("pageSecondsMeanwhileWorst", Spread.of(result.meanwhile()).worst());
        members.put("pageSecondsAfterwards", result.afterwards());
        return members;
    }
}
