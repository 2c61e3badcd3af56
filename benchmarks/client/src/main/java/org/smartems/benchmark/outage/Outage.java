// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.outage;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.smartems.simulator.AnswerKind;
import org.smartems.simulator.CheckIn;
import org.smartems.simulator.CheckInListener;
import org.smartems.simulator.Figures;
import org.smartems.simulator.Fleet;
import org.smartems.testing.server.DemoSimulator;

/** All devices call at once; who is sent away comes again when it was told to. */
final class Outage {

    private static final int ROUTERS = 8;
    private static final int MINUTES = 15;

    private final DemoSimulator demo;
    private final People people;
    private final PrintStream progress;
    private final Set<String> served = ConcurrentHashMap.newKeySet();

    Outage(DemoSimulator demo, People people, PrintStream progress) {
        this.demo = demo;
        this.people = people;
        this.progress = progress;
    }

    /**
     * What came of it.
     *
     * @param served seconds from the call of all until each was served, in ascending order
     * @param answers by their kind
     * @param before seconds of pages for people, before
     * @param meanwhile the same until the last device was served
     * @param afterwards seconds of a page for people right after
     */
    record Result(
            List<Double> served,
            Map<AnswerKind, Long> answers,
            List<Double> before,
            List<Double> meanwhile,
            double afterwards) {}

    Result run(int devices) throws IOException, InterruptedException {
        List<Double> before = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            before.add(people.page());
        }
        List<Double> seconds = new ArrayList<>();
        CountDownLatch all = new CountDownLatch(devices);
        long begin = System.nanoTime();
        try (Fleet fleet = fleet(devices, checkIn -> serve(checkIn, begin, seconds, all))) {
            People.Watch watch = people.watch();
            fleet.start();
            for (int i = 0; i < MINUTES * 60 && !watch.isRefused() && !all.await(1, TimeUnit.SECONDS); i++) {
                progress.println(devices - all.getCount() + " of " + devices + " served");
            }
            List<Double> meanwhile = watch.end();
            double afterwards = people.page();
            fleet.stop();
            Figures figures = fleet.figures();
            return new Result(sorted(seconds), figures.answers(), before, meanwhile, afterwards);
        }
    }

    private void serve(CheckIn checkIn, long begin, List<Double> seconds, CountDownLatch all) {
        if (checkIn.acknowledged() && served.add(checkIn.identifier())) {
            synchronized (seconds) {
                seconds.add((System.nanoTime() - begin) / 1e9);
            }
            all.countDown();
        }
    }

    private static List<Double> sorted(List<Double> seconds) {
        synchronized (seconds) {
            return seconds.stream().sorted().toList();
        }
    }

    private Fleet fleet(int devices, CheckInListener listener) {
        int routers = devices * ROUTERS / 10;
        return demo.configuration(
                        "mix", "tk800=" + routers + ",edge-gateway=" + (devices - routers),
                        "workers", Integer.toString(devices),
                        "interval", "1h",
                        "restartTime", "1h",
                        "rampUp", "0s",
                        "timeout", "60s")
                .fleet(listener);
    }
}
