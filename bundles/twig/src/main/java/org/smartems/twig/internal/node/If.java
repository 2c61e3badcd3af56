// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import java.util.ArrayList;
import java.util.List;
import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.run.Stmt;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;

/** The tag {@code if}. */
public final class If extends Stmt {

    /**
     * A branch.
     *
     * @param test null for {@code else}
     * @param body what it writes
     */
    public record Branch(Expr test, Sequence body) {}

    private final Branch[] branches;
    private final int depth;
    private final int size;

    /**
     * The tag.
     *
     * @param branches in their order
     * @param line where it stands
     */
    public If(List<Branch> branches, int line) {
        super(line);
        this.branches = branches.toArray(new Branch[0]);
        int deepest = 0;
        int nodes = 1;
        for (Branch branch : branches) {
            int test = branch.test == null ? 0 : branch.test.depth();
            deepest = Math.max(deepest, Math.max(test, branch.body.depth()));
            nodes = Expr.sum(nodes, Expr.sum(branch.test == null ? 0 : branch.test.size(), branch.body.size()));
        }
        depth = deepest + 1;
        size = nodes;
    }

    @Override
    public void render(Frame frame) {
        for (Branch branch : branches) {
            if (branch.test == null || isTrue(branch.test, frame)) {
                branch.body.render(frame);
                return;
            }
        }
    }

    private static boolean isTrue(Expr test, Frame frame) {
        try {
            return Convert.truth(test.eval(frame));
        } catch (Fault fault) {
            throw fault.at(test.line());
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int depth() {
        return depth;
    }

    @Override
    public Stmt silent(boolean nested) {
        List<Branch> silent = new ArrayList<>();
        for (Branch branch : branches) {
            silent.add(new Branch(branch.test, Sequence.silentBody(branch.body)));
        }
        return new If(silent, line());
    }
}
