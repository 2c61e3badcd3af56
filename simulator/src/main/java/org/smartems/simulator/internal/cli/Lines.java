// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.smartems.simulator.AnswerKind;
import org.smartems.simulator.Fault;
import org.smartems.simulator.Figures;
import org.smartems.simulator.internal.json.JsonWriter;

/** Figures in words. */
final class Lines {

    private Lines() {}

    /** One line: the rate and times of the window, everything else since the start. */
    static String live(int devices, Figures window, Figures all) {
        return String.format(
                Locale.ROOT,
                "%4d s  %d devices  %.1f/s  p50 %s  p99 %s  unexpected %d  %s",
                all.elapsed().toSeconds(),
                devices,
                window.perSecond(),
                millis(window.latency().p50()),
                millis(window.latency().p99()),
                all.unexpected(),
                answers(all));
    }

    static String summary(int devices, Figures all) {
        StringBuilder summary = new StringBuilder(String.format(
                Locale.ROOT,
                "%d devices, %d check-ins in %.1f s: %.1f/s, %d acknowledged%n",
                devices,
                all.checkIns(),
                all.elapsed().toMillis() / 1000.0,
                all.perSecond(),
                all.acknowledged()));
        summary.append("  latency      ").append(spread(all.latency())).append('\n');
        summary.append("  begun late   ").append(spread(all.lag())).append('\n');
        summary.append("  answers      ").append(answers(all)).append('\n');
        if (!all.faults().isEmpty()) {
            summary.append("  faults       ").append(faults(all)).append('\n');
        }
        summary.append("  work         done ").append(all.workDone());
        summary.append(", not done ").append(all.workFailed()).append('\n');
        summary.append("  connections  ").append(all.connections());
        summary.append(", TLS resumed ").append(all.resumptions()).append('\n');
        summary.append("  unexpected   ").append(all.unexpected()).append('\n');
        all.examples().forEach(example -> summary.append("    ").append(example).append('\n'));
        return summary.toString();
    }

    static String json(int devices, Figures all) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("devices", devices);
        members.put("elapsedSeconds", seconds(all.elapsed()));
        members.put("checkIns", all.checkIns());
        members.put("perSecond", Math.round(all.perSecond() * 10) / 10.0);
        members.put("acknowledged", all.acknowledged());
        members.put("latencyMillis", spreadMembers(all.latency()));
        members.put("lagMillis", spreadMembers(all.lag()));
        Map<String, Long> answers = new LinkedHashMap<>();
        all.answers().forEach((kind, count) -> answers.put(kind.id(), count));
        members.put("answers", answers);
        Map<String, Long> faults = new LinkedHashMap<>();
        all.faults().forEach((fault, count) -> faults.put(fault.id(), count));
        members.put("faults", faults);
        members.put("workDone", all.workDone());
        members.put("workFailed", all.workFailed());
        members.put("connections", all.connections());
        members.put("resumptions", all.resumptions());
        members.put("unexpected", all.unexpected());
        members.put("examples", all.examples());
        ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .ifPresent(cpu -> members.put("simulatorCpuSeconds", seconds(cpu)));
        return JsonWriter.write(members);
    }

    private static Map<String, Object> spreadMembers(Figures.Spread spread) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("p50", spread.p50().toNanos() / 1000 / 1000.0);
        members.put("p90", spread.p90().toNanos() / 1000 / 1000.0);
        members.put("p99", spread.p99().toNanos() / 1000 / 1000.0);
        members.put("max", spread.max().toNanos() / 1000 / 1000.0);
        return members;
    }

    private static String spread(Figures.Spread spread) {
        return "p50 " + millis(spread.p50()) + ", p90 " + millis(spread.p90()) + ", p99 " + millis(spread.p99())
                + ", max " + millis(spread.max());
    }

    private static String answers(Figures figures) {
        Map<AnswerKind, Long> answers = figures.answers();
        return answers.entrySet().stream()
                .map(answer -> answer.getKey().id() + ' ' + answer.getValue())
                .collect(Collectors.joining(" "));
    }

    private static String faults(Figures figures) {
        Map<Fault, Long> faults = figures.faults();
        return faults.entrySet().stream()
                .map(fault -> fault.getKey().id() + ' ' + fault.getValue())
                .collect(Collectors.joining(" "));
    }

    private static String millis(Duration time) {
        double millis = time.toNanos() / 1e6;
        return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
