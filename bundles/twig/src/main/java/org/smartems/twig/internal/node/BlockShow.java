// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.run.Stmt;
import org.smartems.twig.internal.value.Fault;

/** Writes a block where it is defined. */
public final class BlockShow extends Stmt {

    private final String name;

    /**
     * Writes a block.
     *
     * @param name of the block
     * @param line where it stands
     */
    public BlockShow(String name, int line) {
        super(line);
        this.name = name;
    }

    @Override
    public void render(Frame frame) {
        frame.unit().displayBlock(frame, name, frame.blocks(), true);
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public int depth() {
        return 1;
    }

    @Override
    public boolean isInert() {
        return true;
    }

    @Override
    public Stmt silent(boolean nested) {
        if (nested) {
            throw Fault.syntax("A block definition cannot be nested under non-capturing nodes.", line());
        }
        return null;
    }
}
