// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.smartems.simulator.AnswerKind;
import org.smartems.simulator.CheckIn;
import org.smartems.simulator.Fault;
import org.smartems.simulator.Figures;
import org.smartems.simulator.WorkResult;

/** Counts what a fleet does. Any number of threads. */
public final class Recorder {

    private static final int MAX_EXAMPLES = 10;

    private final Histogram latency = new Histogram();
    private final Histogram lag = new Histogram();
    private final Map<AnswerKind, LongAdder> answers = adders(AnswerKind.class);
    private final Map<Fault, LongAdder> faults = adders(Fault.class);
    private final Map<Total, LongAdder> totals = adders(Total.class);
    private final List<String> examples = new ArrayList<>();

    private enum Total {
        CHECK_INS,
        ACKNOWLEDGED,
        DONE,
        FAILED,
        CONNECTIONS,
        RESUMPTIONS,
        UNEXPECTED
    }

    public void add(CheckIn checkIn, Duration late) {
        answers.get(checkIn.answer().kind()).increment();
        faults.get(checkIn.fault()).increment();
        count(Total.CHECK_INS, 1);
        count(Total.CONNECTIONS, checkIn.connections());
        count(Total.RESUMPTIONS, checkIn.resumptions());
        count(Total.ACKNOWLEDGED, checkIn.acknowledged() ? 1 : 0);
        checkIn.work().map(WorkResult::done).ifPresent(done -> count(done ? Total.DONE : Total.FAILED, 1));
        if (checkIn.answer().status() != 0 && checkIn.fault() != Fault.SLOW) {
            latency.add(checkIn.took());
        }
        lag.add(late);
        if (!checkIn.expected()) {
            count(Total.UNEXPECTED, 1);
            remember(checkIn);
        }
    }

    /** What was counted so far. */
    public Moment moment() {
        return new Moment(
                System.nanoTime(),
                latency.counts(),
                lag.counts(),
                sums(answers),
                sums(faults),
                sums(totals),
                examples());
    }

    /** All counts at one moment. */
    public static final class Moment {

        private final long nanos;
        private final Histogram.Counts latency;
        private final Histogram.Counts lag;
        private final Map<AnswerKind, Long> answers;
        private final Map<Fault, Long> faults;
        private final Map<Total, Long> totals;
        private final List<String> examples;

        private Moment(
                long nanos,
                Histogram.Counts latency,
                Histogram.Counts lag,
                Map<AnswerKind, Long> answers,
                Map<Fault, Long> faults,
                Map<Total, Long> totals,
                List<String> examples) {
            this.nanos = nanos;
            this.latency = latency;
            this.lag = lag;
            this.answers = answers;
            this.faults = faults;
            this.totals = totals;
            this.examples = examples;
        }

        public Figures since(Moment earlier) {
            Map<Fault, Long> wrong = difference(faults, earlier.faults);
            wrong.remove(Fault.NONE);
            return new Figures(
                    Duration.ofNanos(nanos - earlier.nanos),
                    total(Total.CHECK_INS, earlier),
                    total(Total.ACKNOWLEDGED, earlier),
                    latency.minus(earlier.latency).spread(),
                    lag.minus(earlier.lag).spread(),
                    difference(answers, earlier.answers),
                    wrong,
                    total(Total.DONE, earlier),
                    total(Total.FAILED, earlier),
                    total(Total.CONNECTIONS, earlier),
                    total(Total.RESUMPTIONS, earlier),
                    total(Total.UNEXPECTED, earlier),
                    examples);
        }

        private long total(Total total, Moment earlier) {
            return totals.get(total) - earlier.totals.get(total);
        }
    }

    private void count(Total total, int number) {
        totals.get(total).add(number);
    }

    private void remember(CheckIn checkIn) {
        String example = checkIn.dialect().id() + ' ' + checkIn.identifier() + " check-in " + checkIn.number() + ": "
                + checkIn.answer().kind().id() + ' ' + checkIn.answer().problem()
                + checkIn.work()
                        .filter(work -> !work.done())
                        .map(WorkResult::detail)
                        .orElse("")
                + (checkIn.fault() == Fault.NONE
                        ? ""
                        : " (fault " + checkIn.fault().id() + ')');
        synchronized (examples) {
            if (examples.size() < MAX_EXAMPLES) {
                examples.add(example);
            }
        }
    }

    private List<String> examples() {
        synchronized (examples) {
            return List.copyOf(examples);
        }
    }

    private static <E extends Enum<E>> Map<E, LongAdder> adders(Class<E> type) {
        Map<E, LongAdder> adders = new EnumMap<>(type);
        for (E key : type.getEnumConstants()) {
            adders.put(key, new LongAdder());
        }
        return adders;
    }

    private static <E extends Enum<E>> Map<E, Long> sums(Map<E, LongAdder> adders) {
        Map<E, Long> sums = new LinkedHashMap<>();
        adders.forEach((key, adder) -> sums.put(key, adder.sum()));
        return sums;
    }

    private static <E extends Enum<E>> Map<E, Long> difference(Map<E, Long> later, Map<E, Long> earlier) {
        Map<E, Long> difference = new LinkedHashMap<>();
        later.forEach((key, count) -> difference.put(key, count - earlier.get(key)));
        difference.values().removeIf(count -> count == 0);
        return difference;
    }
}
