// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.lists;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.smartems.benchmark.Kept;
import org.smartems.benchmark.Machine;
import org.smartems.benchmark.Program;
import org.smartems.benchmark.Spread;
import org.smartems.benchmark.Table;

/** What was measured, for people and for programs. */
final class ListsReport {

    private static final double MILLIS = 1000;
    private static final double MEGA = 1e6;

    private final Machine machine;
    private final Map<String, Object> settings;
    private final Map<ListCase, List<Sample>> samples;

    ListsReport(Machine machine, Map<String, Object> settings, Map<ListCase, List<Sample>> samples) {
        this.machine = machine;
        this.settings = settings;
        this.samples = samples;
    }

    String table(Kept kept) {
        StringBuilder text = new StringBuilder(Program.head("Lists of devices", settings, machine));
        Table pages = new Table(
                "Page", "ms", "worst", "plain SQL", "server CPU", "database CPU", "rows", "their count", "of kept");
        Table files = new Table(
                "File", "s", "worst", "COPY", "server CPU", "database CPU", "MB", "heap MiB", "growth MiB", "of kept");
        boolean comparable = kept.setting("devices").equals(String.valueOf(settings.get("devices")));
        Kept other = comparable ? kept : new Kept(Map.of());
        samples.keySet().forEach(test -> {
            if (test.kind().isExport()) {
                files.row(file(test, other));
            } else {
                pages.row(page(test, other));
            }
        });
        text.append(pages).append('\n').append(files).append('\n');
        text.append("rows: ~ is an estimate; their count: ms of plain SQL that counts all of them\n");
        if (comparable) {
            text.append("of kept: ms beside those of commit ")
                    .append(kept.setting("commit"))
                    .append('\n');
        } else if (!kept.members().isEmpty()) {
            text.append("kept are figures of ").append(kept.setting("devices")).append(" devices: not compared\n");
        }
        return text.toString();
    }

    private String[] page(ListCase test, Kept kept) {
        Spread millis = spread(test, Sample::millis);
        Sample.Answer answer = last(test).answer();
        boolean counted = test.kind().isPage();
        return new String[] {
            test.label(),
            Table.number(millis.median()),
            Table.number(millis.worst()),
            counted ? Table.number(median(test, Sample::floorMillis)) : "",
            Table.number(mean(test, sample -> sample.cpu().server()) * MILLIS),
            Table.number(mean(test, sample -> sample.cpu().database()) * MILLIS),
            counted ? (answer.exact() ? "" : "~") + String.format(Locale.ROOT, "%,d", answer.rows()) : "",
            counted ? Table.number(median(test, Sample::countMillis)) : "",
            Table.ratio(millis.median(), kept.figure(Map.of("case", test.id()), "medianMillis"))
        };
    }

    private String[] file(ListCase test, Kept kept) {
        Spread millis = spread(test, Sample::millis);
        return new String[] {
            test.label(),
            Table.number(millis.median() / MILLIS),
            Table.number(millis.worst() / MILLIS),
            Table.number(median(test, Sample::floorMillis) / MILLIS),
            Table.number(mean(test, sample -> sample.cpu().server())),
            Table.number(mean(test, sample -> sample.cpu().database())),
            Table.number(last(test).answer().bytes() / MEGA),
            Table.number(median(test, sample -> sample.answer().heapBefore())),
            Table.number(spread(test, sample -> sample.answer().growth()).worst()),
            Table.ratio(millis.median(), kept.figure(Map.of("case", test.id()), "medianMillis"))
        };
    }

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("settings", settings);
        members.put("machine", machine.members());
        members.put("cases", samples.keySet().stream().map(this::members).toList());
        return members;
    }

    private Map<String, Object> members(ListCase test) {
        Spread millis = spread(test, Sample::millis);
        Sample.Answer answer = last(test).answer();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("case", test.id());
        members.put("rounds", samples.get(test).size());
        members.put("medianMillis", millis.median());
        members.put("worstMillis", millis.worst());
        members.put("plainSqlMillis", median(test, Sample::floorMillis));
        members.put("plainCountMillis", median(test, Sample::countMillis));
        members.put("serverCpuMillis", mean(test, sample -> sample.cpu().server()) * MILLIS);
        members.put("databaseCpuMillis", mean(test, sample -> sample.cpu().database()) * MILLIS);
        members.put("bytes", answer.bytes());
        members.put("rows", answer.rows());
        members.put("exact", answer.exact());
        members.put("heapBeforeMiB", median(test, sample -> sample.answer().heapBefore()));
        members.put(
                "growthMiB", spread(test, sample -> sample.answer().growth()).worst());
        return members;
    }

    private Sample last(ListCase test) {
        List<Sample> all = samples.get(test);
        return all.get(all.size() - 1);
    }

    private double median(ListCase test, ToDoubleFunction<Sample> figure) {
        return spread(test, figure).median();
    }

    private double mean(ListCase test, ToDoubleFunction<Sample> figure) {
        return samples.get(test).stream().mapToDouble(figure).average().orElse(0);
    }

    private Spread spread(ListCase test, ToDoubleFunction<Sample> figure) {
        return Spread.of(samples.get(test).stream().map(figure::applyAsDouble).toList());
    }
}
