// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.run;

import org.smartems.twig.internal.value.Fault;

/** A node that has a value. Immutable, for many threads. */
public abstract class Expr {

    /** Deeper trees would need too much stack. */
    static final int DEEPEST = 600;

    private static final int LARGEST = 1 << 20;

    private final int line;
    private final int depth;
    private final int size;

    /**
     * A node.
     *
     * @param line counted from 1
     * @param children below it; null elements are passed over
     */
    protected Expr(int line, Expr... children) {
        int deepest = 0;
        int nodes = 1;
        for (Expr child : children) {
            deepest = Math.max(deepest, child == null ? 0 : child.depth);
            nodes = sum(nodes, child == null ? 0 : child.size);
        }
        if (deepest >= DEEPEST) {
            throw Fault.syntax("The expression is nested too deeply.", line);
        }
        this.line = line;
        this.depth = deepest + 1;
        this.size = nodes;
    }

    /**
     * Adds sizes.
     *
     * @param a nodes
     * @param b nodes
     * @return not more than matters
     */
    public static int sum(int a, int b) {
        return Math.min(LARGEST, a + b);
    }

    /**
     * Computes the value.
     *
     * @param frame variables and limits
     * @return a PHP value
     */
    public abstract Object eval(Frame frame);

    /**
     * Computes the value where a missing variable is null also when variables are strict.
     *
     * @param frame variables and limits
     * @return a PHP value
     */
    public Object quiet(Frame frame) {
        return eval(frame);
    }

    /**
     * Whether what it has is escaped already.
     *
     * @param strategy such as {@code html}
     * @return false when it has to be escaped
     */
    public boolean isSafe(String strategy) {
        return false;
    }

    /**
     * Where it stands.
     *
     * @return counted from 1
     */
    public final int line() {
        return line;
    }

    /**
     * Levels of nodes, itself included.
     *
     * @return 1 for a leaf
     */
    public final int depth() {
        return depth;
    }

    /**
     * Nodes, itself included: how long it takes, but for what tells the meter by itself.
     *
     * @return 1 for a leaf
     */
    public final int size() {
        return size;
    }

    /** An expression that the test {@code defined} takes. */
    public interface Definable {

        /**
         * Whether there is something to take the value of.
         *
         * @param frame variables and limits
         * @return true also when the value is null
         */
        boolean isDefined(Frame frame);
    }
}
