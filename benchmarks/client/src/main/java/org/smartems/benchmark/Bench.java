// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures every case in turn, round by round, so that whatever changes on the machine meets all of them alike. */
final class Bench {

    private final Plan plan;
    private final Load load;
    private final Shell shell;
    private final PrintStream progress;
    private final Map<Case, List<Slice>> slices = new LinkedHashMap<>();

    Bench(Plan plan, Load load, Shell shell, PrintStream progress) {
        this.plan = plan;
        this.load = load;
        this.shell = shell;
        this.progress = progress;
    }

    /** The slices of every case, a slice for each round. */
    Map<Case, List<Slice>> run() throws IOException, InterruptedException {
        progress.println("every device checks in once");
        for (Dialect dialect : Dialect.values()) {
            requireNone(load.introduce(dialect), dialect.label());
        }
        progress.println("warming up");
        for (Variant variant : Variant.values()) {
            become(variant);
            for (Case test : Case.all(variant, Plan.MANY)) {
                requireNone(load.run(test, plan.warmUp()).problems(), test.toString());
            }
        }
        for (int round = 1; round <= plan.rounds(); round++) {
            for (Variant variant : Variant.values()) {
                become(variant);
                progress.println("round " + round + " of " + plan.rounds() + ": " + variant.label());
                for (Case test : Case.all(variant, Plan.ONE, Plan.MANY)) {
                    slices.computeIfAbsent(test, key -> new ArrayList<>()).add(load.run(test, plan.time()));
                }
            }
        }
        return slices;
    }

    private void become(Variant variant) throws IOException, InterruptedException {
        if (variant.command().isPresent()) {
            shell.run(variant.command().get());
        }
    }

    /** Before the measuring there is no figure that the problems could stand beside. */
    private static void requireNone(List<String> problems, String when) throws IOException {
        if (!problems.isEmpty()) {
            throw new IOException(when + ": " + problems.size() + " unexpected answers, such as " + problems.get(0));
        }
    }
}
