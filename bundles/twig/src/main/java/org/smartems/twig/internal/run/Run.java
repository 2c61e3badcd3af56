// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.run;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.IdentityHashMap;
import java.util.Map;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.Meter;
import org.smartems.twig.internal.value.PhpArray;

/** One rendering: its output and what it has used of its limits. Used by one thread. */
public final class Run implements Meter {

    /** The clock is looked at whenever that much was done. */
    private static final int CLOCK_STEP = 1 << 14;

    /** Deeper arrays would need too much stack. */
    private static final int DEEPEST_ARRAY = 500;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long UNKNOWN = Long.MIN_VALUE;
    private static final int TURN_COST = 8;
    private static final int ELEMENT_COST = 12;
    private static final int LEAST_DEPTH = 6;

    private final Settings settings;
    private final Loader loader;
    private final Map<Unit, State> states = new IdentityHashMap<>();
    private final long started = System.nanoTime();
    private long startedOnThread = UNKNOWN;
    private StringBuilder out = new StringBuilder();
    private Unit lastUnit;
    private State lastState;
    private long used;
    private long untilLook = CLOCK_STEP;
    private int turns;
    private int depth;
    private int arrayDepth;

    /**
     * Begins; the time runs from now.
     *
     * @param settings limits and defaults
     * @param loader finds other templates
     */
    public Run(Settings settings, Loader loader) {
        this.settings = settings;
        this.loader = loader;
    }

    /**
     * Limits and defaults.
     *
     * @return of the engine
     */
    public Settings settings() {
        return settings;
    }

    /**
     * Writes text.
     *
     * @param text as it is
     */
    public void write(String text) {
        if (out.length() + text.length() > settings.output()) {
            throw Fault.of("The output is longer than the limit of " + settings.output() + " characters.");
        }
        out.append(text);
        charge(text.length());
    }

    /**
     * Begins to keep the output.
     *
     * @return for {@link #release}
     */
    public StringBuilder capture() {
        StringBuilder outer = out;
        out = new StringBuilder();
        return outer;
    }

    /**
     * What was kept.
     *
     * @return the text since {@link #capture}
     */
    public String captured() {
        return out.toString();
    }

    /**
     * Goes on to write where {@link #capture} interrupted.
     *
     * @param outer what it gave
     */
    public void release(StringBuilder outer) {
        out = outer;
    }

    /**
     * Counts one turn of a loop or one call of a function.
     *
     * @param size nodes of what is run
     */
    public void turn(int size) {
        if (++turns > settings.turns()) {
            throw Fault.of("The loops make more than the limit of " + settings.turns() + " turns.");
        }
        charge(TURN_COST);
        step(size);
    }

    /**
     * Goes down into a template, block, macro or function.
     *
     * @param levels of its nodes
     */
    public void enter(int levels) {
        depth += levels + LEAST_DEPTH;
        if (depth > settings.depth()) {
            throw Fault.of("Macros, blocks or templates call each other too deeply.");
        }
        charge(TURN_COST);
    }

    /**
     * Comes back.
     *
     * @param levels as in {@link #enter}
     */
    public void leave(int levels) {
        depth -= levels + LEAST_DEPTH;
    }

    @Override
    public void charge(long units) {
        used += units;
        step(units);
    }

    @Override
    public void step(long steps) {
        untilLook -= steps;
        if (untilLook <= 0) {
            look();
        }
    }

    @Override
    public void deeper() {
        if (++arrayDepth > DEEPEST_ARRAY) {
            throw Fault.of(
                    "The arrays are nested too deeply to be compared: the limit is " + DEEPEST_ARRAY + " levels.");
        }
    }

    @Override
    public void shallower() {
        arrayDepth--;
    }

    @Override
    public void warn(String message) {
        if (settings.strict()) {
            throw Fault.thrown("Warning: " + message);
        }
    }

    /** Fails when the time is over. */
    private void look() {
        if (used > settings.memory()) {
            throw Fault.of("The template handles more data than the limit allows.");
        }
        if (isOver()) {
            throw Fault.of("The template runs longer than the limit of " + settings.nanos() / 1_000_000 + " ms.");
        }
        untilLook = CLOCK_STEP;
    }

    /** What counts is the time that the thread was given, so that a busy machine fails nobody. */
    private boolean isOver() {
        if (startedOnThread == UNKNOWN) {
            startedOnThread = timeOfThread();
        }
        if (System.nanoTime() - started <= settings.nanos()) {
            return false;
        }
        return timeOfThread() - startedOnThread > settings.nanos();
    }

    private long timeOfThread() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    @Override
    public void checkText(long characters) {
        if (characters > settings.output()) {
            throw Fault.of("A text is longer than the limit of " + settings.output() + " characters.");
        }
    }

    /**
     * Accounts for a text, before or after it is made.
     *
     * @param characters it has
     */
    public void chargeText(long characters) {
        checkText(characters);
        charge(characters);
    }

    /**
     * Accounts for an array, before it is made.
     *
     * @param elements it will have
     */
    public void chargeArray(long elements) {
        checkArray(elements);
        charge(ELEMENT_COST * elements);
    }

    /**
     * Refuses an array that becomes too long.
     *
     * @param elements it has, or will have
     */
    public void checkArray(long elements) {
        if (elements > settings.elements()) {
            throw Fault.of("A sequence is longer than the limit of " + settings.elements() + " elements.");
        }
    }

    /**
     * What a template has gathered.
     *
     * @param unit any
     * @return made when first asked for
     */
    State state(Unit unit) {
        if (unit == lastUnit) {
            return lastState;
        }
        State state = states.get(unit);
        if (state == null) {
            state = new State(this, unit);
            states.put(unit, state);
        }
        lastUnit = unit;
        lastState = state;
        return state;
    }

    /**
     * Loads a template.
     *
     * @param name of it
     * @return compiled
     */
    public Unit load(String name) {
        scan(name.length());
        Unit unit = loader.unit(name, this);
        if (unit == null) {
            throw Fault.missingTemplate("Template \"" + name + "\" is not defined.");
        }
        return unit;
    }

    /**
     * The text of a template.
     *
     * @param name of it
     * @return null when there is none
     */
    public String source(String name) {
        String source = loader.source(name);
        chargeText(source == null ? 0 : source.length());
        return source;
    }

    /**
     * Loads the template that an expression names.
     *
     * @param name a name, or an array of which the first that exists is taken
     * @param self the template that asks
     * @return compiled
     */
    public Unit resolve(Object name, Unit self) {
        if (!(name instanceof PhpArray names)) {
            String text = Convert.text(name, this);
            return text.equals(self.name()) ? self : load(text);
        }
        StringBuilder tried = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            String candidate = Convert.text(names.valueAt(i), this);
            scan(candidate.length());
            Unit unit = loader.unit(candidate, this);
            if (unit != null) {
                return unit;
            }
            chargeText(tried.length() + (long) candidate.length());
            tried.append(i == 0 ? "" : "\", \"").append(candidate);
        }
        throw Fault.missingTemplate("Unable to find one of the following templates: \"" + tried + "\".");
    }
}
