// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.crash;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smartems.benchmark.Kept;
import org.smartems.benchmark.Machine;
import org.smartems.benchmark.Program;
import org.smartems.benchmark.Spread;
import org.smartems.benchmark.Table;

/** What was found, for people and for programs. */
final class CrashReport {

    private final Machine machine;
    private final Map<String, Object> settings;
    private final List<Round> rounds;
    private final List<String> last;

    CrashReport(Machine machine, Map<String, Object> settings, List<Round> rounds, List<String> last) {
        this.machine = machine;
        this.settings = settings;
        this.rounds = rounds;
        this.last = last;
    }

    boolean isWhole() {
        return last.isEmpty()
                && rounds.stream().allMatch(round -> round.books().problems().isEmpty());
    }

    String table(Kept kept) {
        Table table = new Table("Hit", "rounds", "s to ready", "worst", "of kept");
        for (Hit hit : Hit.values()) {
            Spread seconds = seconds(hit);
            table.row(
                    hit.label(),
                    Long.toString(count(hit)),
                    Table.number(seconds.median()),
                    Table.number(seconds.worst()),
                    Table.ratio(seconds.median(), kept.figure(Map.of("case", hit.id()), "medianSeconds")));
        }
        StringBuilder text =
                new StringBuilder(Program.head("Kills and cuts under load", settings, machine)).append(table);
        if (!rounds.isEmpty()) {
            Round.Books books = rounds.get(rounds.size() - 1).books();
            text.append('\n').append(books.acknowledged()).append(" check-ins acknowledged, ");
            text.append(books.found()).append(" found\n");
        }
        last.forEach(problem -> text.append("LOST: ").append(problem).append('\n'));
        return text.toString();
    }

    private Spread seconds(Hit hit) {
        return Spread.of(rounds.stream()
                .filter(round -> round.hit() == hit)
                .map(Round::backSeconds)
                .toList());
    }

    private long count(Hit hit) {
        return rounds.stream().filter(round -> round.hit() == hit).count();
    }

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("settings", settings);
        members.put("machine", machine.members());
        members.put("whole", isWhole());
        members.put("lostAtTheEnd", last);
        members.put("cases", List.of(Hit.values()).stream().map(this::members).toList());
        members.put("rounds", rounds.stream().map(CrashReport::members).toList());
        return members;
    }

    private Map<String, Object> members(Hit hit) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("case", hit.id());
        members.put("rounds", count(hit));
        members.put("medianSeconds", seconds(hit).median());
        members.put("worstSeconds", seconds(hit).worst());
        return members;
    }

    private static Map<String, Object> members(Round round) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("hit", round.hit().id());
        members.put("checkIns", round.checkIns());
        members.put("seconds", round.backSeconds());
        members.put("acknowledged", round.books().acknowledged());
        members.put("found", round.books().found());
        members.put("configsRequested", round.books().requested());
        members.put("configsHandedOut", round.books().configured());
        members.put("problems", round.books().problems());
        return members;
    }
}
