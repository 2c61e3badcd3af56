// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.outage;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.smartems.benchmark.Cpu;
import org.smartems.benchmark.Processes;

/** All devices call at once while people look at pages. */
final class Outage {

    private static final int PAGES_BEFORE = 20;
    private static final int MINUTES = 15;

    private final List<Caller> callers;
    private final People people;
    private final Processes processes;
    private final PrintStream progress;

    Outage(List<Caller> callers, People people, Processes processes, PrintStream progress) {
        this.callers = callers;
        this.people = people;
        this.processes = processes;
        this.progress = progress;
    }

    /**
     * What came of it.
     *
     * @param calls of the devices
     * @param servers what server and database have cost until the last device was served
     * @param devices seconds of processor time of their programs
     * @param before seconds of pages for people, before
     * @param meanwhile the same until the last device was served
     * @param afterwards seconds of a page for people right after
     */
    record Result(
            Crowd.Calls calls,
            Cpu servers,
            double devices,
            List<Double> before,
            List<Double> meanwhile,
            double afterwards) {}

    /** Ends early when a page is refused. */
    Result run() throws IOException, InterruptedException {
        List<Double> before = new ArrayList<>();
        for (int i = 0; i < PAGES_BEFORE; i++) {
            before.add(people.page());
        }
        double devices = processes.children();
        Cpu begin = processes.cpu();
        Crowd crowd = new Crowd(callers, Processors.forDevices());
        Cpu servers;
        List<Double> meanwhile;
        double afterwards;
        try (crowd;
                People.Watch watch = people.watch()) {
            crowd.call();
            await(crowd, watch);
            servers = processes.cpu().minus(begin);
            meanwhile = watch.end();
            afterwards = people.page();
        }
        return new Result(crowd.calls(), servers, processes.children() - devices, before, meanwhile, afterwards);
    }

    private void await(Crowd crowd, People.Watch watch) throws IOException, InterruptedException {
        int served = crowd.callAgain();
        for (int i = 0; i < MINUTES * 60 && served < callers.size(); i++) {
            progress.println(served + " of " + callers.size() + " served");
            watch.check();
            TimeUnit.SECONDS.sleep(1);
            served = crowd.callAgain();
        }
    }
}
