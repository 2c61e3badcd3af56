// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smartems.benchmark.Json;
import org.smartems.benchmark.Kept;
import org.smartems.benchmark.Machine;

/**
 * A run with all that belongs to it.
 *
 * @param machine that it was on
 * @param settings by name
 * @param figures that were measured
 * @param kept those of the run that these are compared with
 * @param remarks what could not be measured, and why
 */
record Report(Machine machine, Map<String, Object> settings, Figures figures, Kept kept, List<String> remarks) {

    /** For programs. */
    String json() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("settings", settings);
        members.put("machine", machine.members());
        members.put("errors", figures.errors());
        members.put("remarks", remarks);
        members.put(
                "cases", figures.slices().keySet().stream().map(this::members).toList());
        List<Object> heap = new ArrayList<>();
        figures.heap().forEach((checkIns, used) -> {
            Map<String, Object> mark = new LinkedHashMap<>();
            mark.put("checkIns", checkIns);
            mark.put("heapMegabytes", used);
            heap.add(mark);
        });
        members.put("heap", heap);
        members.put("goals", Goal.all(figures).stream().map(Goal::members).toList());
        return Json.write(members);
    }

    private Map<String, Object> members(Case test) {
        Slice all = figures.all(test).orElseThrow();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("dialect", test.dialect().id());
        members.put("variant", test.variant().id());
        members.put("work", test.work().id());
        members.put("connection", test.way().id());
        members.put("clients", test.clients());
        members.put("devices", test.stage().devices());
        members.put("logRows", test.stage().logRows());
        members.put("checkIns", all.checkIns());
        members.put("seconds", all.seconds());
        members.put("perSecond", all.perSecond());
        members.put(
                "perSecondOfRounds",
                figures.slices().get(test).stream().map(Slice::perSecond).toList());
        members.put("p50Millis", all.millis(50));
        members.put("p99Millis", all.millis(99));
        members.put("p999Millis", all.millis(99.9));
        members.put("serverCpuMicros", all.each(all.cpu().server()) * 1e6);
        members.put("databaseCpuMicros", all.each(all.cpu().database()) * 1e6);
        members.put("clientCpuMicros", all.each(all.cpu().client()) * 1e6);
        members.put("walBytes", all.each(all.sharing().walBytes()));
        members.put("readBatch", all.sharing().meanRead());
        members.put("writeBatch", all.sharing().meanWrite());
        members.put("errors", all.problems().size());
        return members;
    }
}
