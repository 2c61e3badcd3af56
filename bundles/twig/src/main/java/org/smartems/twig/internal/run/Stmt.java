// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.run;

/** A node that writes or changes variables. Immutable, for many threads. */
public abstract class Stmt {

    private final int line;

    /**
     * A node.
     *
     * @param line counted from 1
     */
    protected Stmt(int line) {
        this.line = line;
    }

    /**
     * Runs it.
     *
     * @param frame variables, limits and output
     */
    public abstract void render(Frame frame);

    /**
     * Levels of nodes, itself included.
     *
     * @return 1 for a leaf
     */
    public abstract int depth();

    /**
     * Nodes, itself included.
     *
     * @return 1 for a leaf
     */
    public abstract int size();

    /**
     * What remains of it in a template that extends another.
     *
     * @param nested whether it stands inside of another tag
     * @return null when nothing remains
     */
    public Stmt silent(boolean nested) {
        return this;
    }

    /**
     * Whether it is text or the place of a block, which does not hinder the use of a template's blocks.
     *
     * @return false for everything that runs
     */
    public boolean isInert() {
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
}
