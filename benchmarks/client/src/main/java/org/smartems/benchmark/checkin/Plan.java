// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is measured, and for how long.
 *
 * @param rounds how often every case is measured, all cases of a stage in each round
 * @param time of one case in one round
 * @param warmUp of each kind of case, with the most clients it has
 * @param cases of all stages, stage by stage
 */
record Plan(int rounds, Duration time, Duration warmUp, List<Case> cases) {

    static final int ONE = 1;
    static final int MANY = 32;
    static final int MOST = 128;

    /** Each command needs a device that waits for one: with fewer the cases of commands end early. */
    static final int WORTH_COMMANDS = 20_000;

    private static final Duration FULL_WARM_UP = Duration.ofSeconds(8);
    private static final List<Integer> CLIENTS = List.of(ONE, 8, MANY, MOST);
    private static final List<Variant> OVER_HTTP = List.of(Variant.PRODUCT, Variant.CONSTANT, Variant.SINGLE);

    /** Two minutes in all, without the time that the server takes to start. */
    static Plan shortForm(Stage stage) {
        List<Case> cases = new ArrayList<>();
        for (Variant variant : OVER_HTTP) {
            for (Dialect dialect : Dialect.values()) {
                cases.add(Case.plain(stage, variant, dialect, ONE));
                cases.add(Case.plain(stage, variant, dialect, MANY));
            }
        }
        return new Plan(2, Duration.ofSeconds(3), Duration.ofSeconds(6), cases);
    }

    /** Half an hour: in each stage what it is there for. */
    static Plan full(List<Stage> stages) {
        List<Case> cases = new ArrayList<>();
        for (Stage stage : stages) {
            if (stage.equals(stages.get(0))) {
                clients(stage, cases);
                ways(stage, cases);
            } else {
                plain(stage, cases);
            }
            if (stage.equals(forWork(stages))) {
                works(stage, cases);
            }
            if (stage.equals(stages.get(0)) || stage.equals(stages.get(stages.size() - 1))) {
                pgbench(stage, cases);
            }
        }
        return new Plan(2, Duration.ofSeconds(6), FULL_WARM_UP, cases);
    }

    /** Hours: in the stage of the works, every kind of work over every kind of connection by all numbers of clients. */
    static Plan longForm(List<Stage> stages) {
        Plan full = full(stages);
        List<Case> cases = new ArrayList<>();
        for (Stage stage : stages) {
            full.cases().stream().filter(test -> test.stage().equals(stage)).forEach(cases::add);
            if (stage.equals(forWork(stages))) {
                product(stage).stream()
                        .filter(test -> !full.cases().contains(test))
                        .forEach(cases::add);
            }
        }
        return new Plan(4, Duration.ofSeconds(10), full.warmUp(), cases);
    }

    /** The chosen cases in every stage. */
    static Plan of(List<Stage> stages, Selection selection) {
        List<Case> cases =
                stages.stream().flatMap(stage -> selection.of(stage).stream()).toList();
        return new Plan(2, Duration.ofSeconds(6), FULL_WARM_UP, cases);
    }

    Plan lasting(Duration slice) {
        Duration less = warmUp.compareTo(slice) > 0 ? slice : warmUp;
        return new Plan(rounds, slice, less, cases);
    }

    Plan repeated(int number) {
        return new Plan(number, time, warmUp, cases);
    }

    /** How long each variant is given at most until the compilers of the server are idle; nothing in the short form. */
    Duration settling() {
        return warmUp.compareTo(FULL_WARM_UP) < 0 ? Duration.ZERO : Duration.ofMinutes(4);
    }

    List<Stage> stages() {
        return cases.stream().map(Case::stage).distinct().toList();
    }

    List<Case> of(Stage stage) {
        return cases.stream().filter(test -> test.stage().equals(stage)).toList();
    }

    /** The constant answers nothing but nothing, and pgbench has no connection to an HTTP server. */
    static boolean exists(Case test) {
        if (test.variant() == Variant.CONSTANT) {
            return test.work() == Work.NOTHING;
        }
        return !test.variant().isPgbench() || test.work() == Work.NOTHING && test.way() == Way.KEPT;
    }

    private static Stage forWork(List<Stage> stages) {
        return stages.stream()
                .filter(stage -> stage.devices() >= WORTH_COMMANDS)
                .findFirst()
                .orElse(stages.get(stages.size() - 1));
    }

    private static void clients(Stage stage, List<Case> cases) {
        for (Variant variant : OVER_HTTP) {
            for (Dialect dialect : Dialect.values()) {
                CLIENTS.forEach(number -> cases.add(Case.plain(stage, variant, dialect, number)));
            }
        }
    }

    private static void ways(Stage stage, List<Case> cases) {
        for (Variant variant : List.of(Variant.PRODUCT, Variant.CONSTANT)) {
            for (Dialect dialect : Dialect.values()) {
                Case plain = Case.plain(stage, variant, dialect, MANY);
                cases.add(plain.with(Way.RESUMED));
                cases.add(plain.with(Way.FULL));
            }
        }
    }

    private static void works(Stage stage, List<Case> cases) {
        for (Variant variant : List.of(Variant.PRODUCT, Variant.SINGLE)) {
            for (Dialect dialect : Dialect.values()) {
                Case plain = Case.plain(stage, variant, dialect, MANY);
                cases.add(plain.with(Work.CONFIG));
                cases.add(plain.with(Work.COMMAND));
            }
        }
    }

    private static void plain(Stage stage, List<Case> cases) {
        for (Dialect dialect : Dialect.values()) {
            cases.add(Case.plain(stage, Variant.PRODUCT, dialect, MANY));
        }
    }

    /** The statements are the same for all dialects. */
    private static void pgbench(Stage stage, List<Case> cases) {
        Case plain = Case.plain(stage, Variant.PGBENCH, Dialect.TK800, MANY);
        cases.add(plain);
        cases.add(plain.with(Variant.PGBENCH_SHARED));
    }

    private static List<Case> product(Stage stage) {
        List<Case> cases = new ArrayList<>();
        for (Dialect dialect : Dialect.values()) {
            for (Work work : Work.values()) {
                for (Way way : Way.values()) {
                    CLIENTS.forEach(number -> cases.add(new Case(stage, Variant.PRODUCT, dialect, work, way, number)));
                }
            }
        }
        return cases;
    }
}
