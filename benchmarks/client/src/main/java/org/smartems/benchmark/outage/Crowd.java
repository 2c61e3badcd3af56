// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.outage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Devices that call all at once. Who is sent away calls again when it was told to, and after 30 to 60 s when its line
 * was cut.
 */
final class Crowd implements AutoCloseable {

    private static final int SERVED = 200;
    private static final double AGAIN_SECONDS = 30;
    private static final double NANOS = 1e9;

    private final List<Caller> callers;
    private final List<String> wrapper;
    private final List<Process> processes = new ArrayList<>();
    private final List<Double> served = new ArrayList<>();
    private final Map<String, Long> answers = new TreeMap<>();
    private final Queue<Turn> waiting = new PriorityQueue<>(Comparator.comparing(Turn::due));
    private long begin;
    private double handedOver;
    private String failure = "";

    private record Turn(double due, int number) {}

    /**
     * What came of it.
     *
     * @param handedOver seconds until the programs of curl had been told of all devices
     * @param served seconds from the first call until each device was served, in ascending order
     * @param answers of all calls by their status; 0 when the line was cut or the time was up
     */
    record Calls(double handedOver, List<Double> served, Map<String, Long> answers) {}

    /** With words before those of the program that calls. */
    Crowd(List<Caller> callers, List<String> wrapper) {
        this.callers = callers;
        this.wrapper = wrapper;
    }

    /** To be called once. */
    void call() throws IOException {
        begin = System.nanoTime();
        start(IntStream.range(0, callers.size()).boxed().toList());
        handedOver = seconds();
    }

    /** Lets those call again that are due, and tells how many were served until now. */
    int callAgain() throws IOException {
        List<Integer> due = new ArrayList<>();
        int count;
        synchronized (this) {
            if (!failure.isEmpty()) {
                throw new IOException("the program of the devices says: " + failure);
            }
            while (!waiting.isEmpty() && waiting.peek().due() <= seconds()) {
                due.add(waiting.remove().number());
            }
            count = served.size();
        }
        start(due);
        processes.removeIf(process -> !process.isAlive());
        return count;
    }

    synchronized Calls calls() {
        return new Calls(handedOver, served.stream().sorted().toList(), Map.copyOf(answers));
    }

    /** Waits until the processes have ended, most of which have nobody left who calls. */
    @Override
    public void close() {
        processes.forEach(Process::destroy);
        processes.forEach(process -> process.onExit().join());
    }

    private void start(List<Integer> numbers) throws IOException {
        for (int from = 0; from < numbers.size(); from += Curl.MOST) {
            List<Integer> some = numbers.subList(from, Math.min(from + Curl.MOST, numbers.size()));
            processes.add(Curl.start(wrapper, some, callers, this::hear));
        }
    }

    private synchronized void hear(String line) {
        Curl.Answer.of(line).ifPresentOrElse(this::answered, () -> failure = line);
    }

    private void answered(Curl.Answer answer) {
        answers.merge(Integer.toString(answer.status()), 1L, Long::sum);
        if (answer.status() == SERVED) {
            served.add(seconds());
        } else {
            waiting.add(new Turn(seconds() + pause(answer), answer.number()));
        }
    }

    private static double pause(Curl.Answer answer) {
        return answer.retryAfter().isEmpty()
                ? AGAIN_SECONDS + ThreadLocalRandom.current().nextDouble(AGAIN_SECONDS)
                : Integer.parseInt(answer.retryAfter());
    }

    private double seconds() {
        return (System.nanoTime() - begin) / NANOS;
    }
}
