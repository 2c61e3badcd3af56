// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smartems.benchmark.Kept;
import org.smartems.benchmark.Machine;

/** How figures differ from those of an earlier run. */
final class Comparison {

    private final Kept kept;
    private final Map<?, ?> machine;
    private final Map<String, Map<?, ?>> cases = new HashMap<>();

    /**
     * How much it is more than then.
     *
     * @param rate percent of the check-ins a second
     * @param cost percent of the CPU time of a check-in, of server and database together
     */
    record Change(double rate, double cost) {}

    Comparison(Kept kept) {
        this.kept = kept;
        this.machine = kept.members().get("machine") instanceof Map<?, ?> map ? map : Map.of();
        if (kept.members().get("cases") instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> then) {
                    cases.put(id(then), then);
                }
            }
        }
    }

    /** Empty for a case that the other run did not have. */
    Optional<Change> change(Case test, Slice now) {
        return Optional.ofNullable(cases.get(test.id()))
                .map(then -> new Change(
                        percent(now.perSecond(), number(then, "perSecond")),
                        percent(
                                Figures.cost(now) * 1e6,
                                number(then, "serverCpuMicros") + number(then, "databaseCpuMicros"))));
    }

    /** Whether there are figures of another machine, so that the differences are not those of the program alone. */
    boolean isOfAnother(Machine here) {
        return !machine.isEmpty()
                && !(here.processor().equals(machine.get("processor")) && number(machine, "cores") == here.cores());
    }

    /** Which run it was, and what it ran on. */
    String words() {
        if (cases.isEmpty()) {
            return "nothing: no run has been kept";
        }
        return kept.setting("commit") + " of " + kept.setting("at") + ", " + machine.get("processor") + ", "
                + machine.get("cores") + " cores";
    }

    /** As {@link Case#id}; what the first form of these files did not tell is what it measured. */
    private String id(Map<?, ?> then) {
        return then.get("dialect") + " " + then.get("variant") + " " + text(then, "work", Work.NOTHING.id()) + " "
                + text(then, "connection", Way.KEPT.id()) + " " + then.get("clients") + " "
                + text(then, "devices", kept.setting("devices per dialect")) + " " + text(then, "logRows", "0");
    }

    private static String text(Map<?, ?> members, String name, String usual) {
        return members.get(name) == null ? usual : members.get(name).toString();
    }

    private static double percent(double now, double then) {
        return then == 0 ? 0 : (now / then - 1) * 100;
    }

    private static double number(Map<?, ?> members, String name) {
        return members.get(name) instanceof Number number ? number.doubleValue() : 0;
    }
}
