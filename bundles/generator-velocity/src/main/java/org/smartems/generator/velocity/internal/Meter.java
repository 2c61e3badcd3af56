// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What one rendering, or the compiling of one text, has used of its limits. Used by one thread. */
final class Meter {

    static final int SOURCE = 1 << 20;
    static final int TEXT = 4 << 20;
    static final int ELEMENTS = 100_000;
    static final int TURNS = 100_000;
    static final long WORK = 32L << 20;
    static final long MILLIS = 500;
    static final long COMPILE_MILLIS = 3000;

    private static final int CLOCK_STEP = 64;
    private static final int WORK_STEP = 1 << 12;
    private static final int STEPS = 1 << 16;
    private static final int ELEMENT_COST = 12;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ThreadLocal<Meter> CURRENT = new ThreadLocal<>();

    private final long started = System.nanoTime();
    private final long startedOnThread = timeOfThread();
    private final String activity;
    private final long millis;
    private int ticks;
    private int turns;
    private long work;
    private long steps;
    private int line;

    Meter(String activity, long millis) {
        this.activity = activity;
        this.millis = millis;
    }

    /** The one of what runs on this thread. */
    static Meter current() {
        return CURRENT.get();
    }

    void begin() {
        CURRENT.set(this);
    }

    void end() {
        CURRENT.remove();
    }

    /** Whatever repeats itself comes by here, often. */
    void tick() {
        if (++ticks % CLOCK_STEP == 0) {
            checkTime();
        }
    }

    void turn() {
        if (++turns > TURNS) {
            throw new Refusal("The loops make more than the limit of " + TURNS + " turns");
        }
        tick();
    }

    /** Before or after a text is made. */
    void text(long characters) {
        text(characters, characters);
    }

    /** While a text is made: how long it gets by now, and how much of that is new. */
    void text(long characters, long added) {
        if (characters > TEXT) {
            throw new Refusal("A text is longer than the limit of " + TEXT + " characters");
        }
        work(added);
    }

    void elements(long count) {
        if (count > ELEMENTS) {
            throw new Refusal("A list is longer than the limit of " + ELEMENTS + " elements");
        }
        work(count * ELEMENT_COST);
    }

    void work(long characters) {
        long before = work;
        work += characters;
        if (work > WORK) {
            throw new Refusal("The template handles more than the limit of " + WORK + " characters altogether");
        }
        if (before / WORK_STEP != work / WORK_STEP) {
            checkTime();
        }
    }

    /** Before or while something takes long without making anything; one step for a character. */
    void step(long count) {
        steps += count;
        if (steps >= STEPS) {
            steps = 0;
            checkTime();
        }
    }

    /** Remembers what is read or rendered, for when even the stack is used up. */
    void at(int place) {
        line = place > 0 ? place : line;
    }

    int line() {
        return line;
    }

    /** Counted is the time that the machine gave to the thread: others may keep it waiting. */
    void checkTime() {
        long nanos = millis * 1_000_000;
        if (System.nanoTime() - started > nanos && timeOfThread() - startedOnThread > nanos) {
            throw new Refusal("The template " + activity + " longer than the limit of " + millis + " ms");
        }
    }

    private static long timeOfThread() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }
}
