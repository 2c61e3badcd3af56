// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.run.Stmt;

/** The tags {@code import} and {@code from}. */
public final class Import extends Stmt {

    private final Expr template;
    private final String name;
    private final boolean global;

    /**
     * The tag.
     *
     * @param template where the macros are
     * @param name by which calls find them
     * @param global whether blocks and macros see it
     * @param line where it stands
     */
    public Import(Expr template, String name, boolean global, int line) {
        super(line);
        this.template = template;
        this.name = name;
        this.global = global;
    }

    @Override
    public void render(Frame frame) {
        boolean own = template instanceof SpecialName special && special.kind() == SpecialName.Kind.SELF;
        frame.bring(name, own ? frame.unit() : frame.run().resolve(template.eval(frame), frame.unit()), global);
    }

    @Override
    public int size() {
        return Expr.sum(template.size(), 1);
    }

    @Override
    public int depth() {
        return template.depth() + 1;
    }
}
