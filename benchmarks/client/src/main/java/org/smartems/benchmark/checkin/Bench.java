// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Measures stage by stage: every case in turn, round by round, so that whatever changes on the machine meets all of
 * them alike.
 */
final class Bench {

    /** As in the field, where nothing was measured. */
    private static final int USUAL_BATCH = 16;
    /** Of the time; more than that shows in the figures. */
    private static final double BUSY = 0.05;
    /** More than a slice can need. */
    private static final int MOST_COMMANDS = 50_000;

    private final Plan plan;
    private final Server server;
    private final Load load;
    private final Optional<Pgbench> pgbench;
    private final PrintStream progress;
    private final Filling filling;
    private final Map<Case, List<Slice>> slices = new LinkedHashMap<>();
    private final Set<Case> warm = new HashSet<>();
    private final Set<Variant> settled = EnumSet.noneOf(Variant.class);

    Bench(Plan plan, Server server, Optional<Pgbench> pgbench, PrintStream progress) {
        this.plan = plan;
        this.server = server;
        this.load = new Load(server.target(), server.processes(), server.meter());
        this.pgbench = pgbench;
        this.progress = progress;
        this.filling = new Filling(server.database());
    }

    Load load() {
        return load;
    }

    /** The slices of every case, a slice for each round; none for what cannot be measured here. */
    Map<Case, List<Slice>> run() throws IOException, InterruptedException {
        become(Variant.PRODUCT);
        introduce();
        for (Stage stage : plan.stages()) {
            progress.println(stage.words());
            filling.grow(stage);
            List<Case> cases = plan.of(stage).stream()
                    .filter(test -> !test.variant().isPgbench() || pgbench.isPresent())
                    .sorted(Comparator.comparing(Case::variant))
                    .toList();
            warmUp(cases);
            for (int round = 1; round <= plan.rounds(); round++) {
                measure(cases, "round " + round + " of " + plan.rounds() + ": ");
            }
        }
        become(Variant.PRODUCT);
        return slices;
    }

    /** The device that all others are copies of. */
    private void introduce() throws IOException, InterruptedException {
        Stage one = new Stage(1, 0);
        for (Dialect dialect : Dialect.values()) {
            requireNone(load.run(Case.plain(one, Variant.PRODUCT, dialect, Plan.ONE), Duration.ofMillis(200)), dialect);
        }
    }

    /** In full what is new, and a little what is only another kind of it. */
    private void warmUp(List<Case> cases) throws IOException, InterruptedException {
        progress.println("warming up");
        Set<Variant> variants = new HashSet<>();
        for (Case test : cases) {
            boolean plain = test.work() == Work.NOTHING && test.way() == Way.KEPT;
            // tables that have just been filled are cold for the server alone
            Stage stage = plain && test.variant() == Variant.PRODUCT ? test.stage() : new Stage(0, 0);
            Case most = test.with(Plan.MANY);
            if (test.variant().isPgbench() || !warm.add(most.at(stage))) {
                continue;
            }
            if (variants.add(test.variant())) {
                become(test.variant());
                settle(test.variant(), test.stage());
            }
            Duration time = plain ? plan.warmUp() : plan.warmUp().dividedBy(2);
            requireNone(slice(most, time), most);
        }
    }

    /** Once for each variant: compilers that are busy take the processor from what is measured. */
    private void settle(Variant variant, Stage stage) throws IOException, InterruptedException {
        if (!settled.add(variant)) {
            return;
        }
        long end = System.nanoTime() + plan.settling().toNanos();
        boolean busy = true;
        while (busy && System.nanoTime() < end) {
            double before = server.processes().compilers();
            for (Dialect dialect : Dialect.values()) {
                Case most = Case.plain(stage, variant, dialect, Plan.MANY);
                requireNone(slice(most, plan.warmUp()), most);
            }
            double seconds = plan.warmUp().toSeconds() * Dialect.values().length;
            busy = server.processes().compilers() - before > seconds * BUSY;
        }
    }

    private void measure(List<Case> cases, String round) throws IOException, InterruptedException {
        Optional<Variant> current = Optional.empty();
        for (Case test : cases) {
            if (current.isEmpty() || current.get() != test.variant()) {
                become(test.variant());
                progress.println(round + test.variant().label());
                current = Optional.of(test.variant());
            }
            slices.computeIfAbsent(test, key -> new ArrayList<>()).add(slice(test, plan.time()));
        }
    }

    private Slice slice(Case test, Duration time) throws IOException, InterruptedException {
        if (test.variant().isPgbench()) {
            return pgbench.orElseThrow().run(test, time, together(test));
        }
        if (test.work() == Work.COMMAND) {
            int requested = Math.min(MOST_COMMANDS, test.stage().devices());
            filling.request(test.dialect(), requested);
            Slice slice = load.run(test.at(new Stage(requested, test.stage().logRows())), time);
            filling.withdraw(test.dialect());
            return slice;
        }
        return load.run(test, time);
    }

    /** As many as the server has written in a transaction, in the same stage. */
    private int together(Case test) {
        if (test.variant() == Variant.PGBENCH) {
            return 1;
        }
        List<Slice> product = slices.getOrDefault(test.with(Variant.PRODUCT), List.of());
        double mean = product.isEmpty()
                ? USUAL_BATCH
                : product.get(product.size() - 1).sharing().meanWrite();
        return Math.max(1, (int) Math.round(mean));
    }

    private void become(Variant variant) throws IOException, InterruptedException {
        if (variant.command().isPresent()) {
            server.shell().run(variant.command().get());
        }
    }

    /** Before the measuring there is no figure that the problems could stand beside. */
    private static void requireNone(Slice slice, Object when) throws IOException {
        if (!slice.problems().isEmpty()) {
            throw new IOException(
                    when + ": unexpected answers, such as " + slice.problems().get(0));
        }
    }
}
