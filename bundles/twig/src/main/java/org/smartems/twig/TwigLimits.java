// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig;

import java.time.Duration;

/** What one rendering may use. Immutable. */
public final class TwigLimits {

    private static final TwigLimits STANDARD =
            new TwigLimits(Duration.ofMillis(500), 100_000, 3000, 4 << 20, 100_000, 32L << 20, 1 << 20);

    private final Duration time;
    private final int turns;
    private final int depth;
    private final int output;
    private final int elements;
    private final long work;
    private final int source;

    private TwigLimits(Duration time, int turns, int depth, int output, int elements, long work, int source) {
        this.time = time;
        this.turns = turns;
        this.depth = depth;
        this.output = output;
        this.elements = elements;
        this.work = work;
        this.source = source;
    }

    /**
     * Half a second, 100,000 turns, 4 Mi characters of output, 1 Mi characters of source.
     *
     * @return what suits texts of some thousand lines
     */
    public static TwigLimits standard() {
        return STANDARD;
    }

    /**
     * Sets the time.
     *
     * @param limit of one rendering, counted in the time that the thread is given by the machine
     * @return a changed copy
     */
    public TwigLimits withTime(Duration limit) {
        return new TwigLimits(limit, turns, depth, output, elements, work, source);
    }

    /**
     * Sets how many turns all loops make together, calls of arrow functions included.
     *
     * @param limit of one rendering
     * @return a changed copy
     */
    public TwigLimits withTurns(int limit) {
        return new TwigLimits(time, limit, depth, output, elements, work, source);
    }

    /**
     * Sets how deep macros, blocks, templates and functions call each other, counted in levels of the syntax tree.
     *
     * @param limit a call takes ten to thirty; 3000 fit into a stack of one megabyte
     * @return a changed copy
     */
    public TwigLimits withDepth(int limit) {
        return new TwigLimits(time, turns, limit, output, elements, work, source);
    }

    /**
     * Sets the length of the output and of every text on the way.
     *
     * @param limit in characters
     * @return a changed copy
     */
    public TwigLimits withOutput(int limit) {
        return new TwigLimits(time, turns, depth, limit, elements, work, source);
    }

    /**
     * Sets the size of every array, such as that of a range.
     *
     * @param limit in elements
     * @return a changed copy
     */
    public TwigLimits withElements(int limit) {
        return new TwigLimits(time, turns, depth, output, limit, work, source);
    }

    /**
     * Sets how much data one rendering may handle altogether, which bounds its memory.
     *
     * @param limit in characters of two bytes; an element of an array counts as twelve
     * @return a changed copy
     */
    public TwigLimits withWork(long limit) {
        return new TwigLimits(time, turns, depth, output, elements, limit, source);
    }

    /**
     * Sets the length of a template.
     *
     * @param limit in characters
     * @return a changed copy
     */
    public TwigLimits withSource(int limit) {
        return new TwigLimits(time, turns, depth, output, elements, work, limit);
    }

    Duration time() {
        return time;
    }

    int turns() {
        return turns;
    }

    int depth() {
        return depth;
    }

    int output() {
        return output;
    }

    int elements() {
        return elements;
    }

    long work() {
        return work;
    }

    int source() {
        return source;
    }
}
