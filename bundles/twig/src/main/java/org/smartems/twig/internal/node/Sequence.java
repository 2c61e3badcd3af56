// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import java.util.ArrayList;
import java.util.List;
import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.run.Stmt;
import org.smartems.twig.internal.value.Fault;

/** Nodes one after the other: the body of a template or tag. */
public final class Sequence extends Stmt {

    private final Stmt[] parts;
    private final int depth;
    private final int size;

    /**
     * Nodes one after the other.
     *
     * @param parts in their order
     * @param line where they begin
     */
    public Sequence(List<Stmt> parts, int line) {
        super(line);
        this.parts = parts.toArray(new Stmt[0]);
        int deepest = 0;
        int nodes = 1;
        for (Stmt part : parts) {
            deepest = Math.max(deepest, part.depth());
            nodes = Expr.sum(nodes, part.size());
        }
        depth = deepest + 1;
        size = nodes;
    }

    /**
     * The nodes.
     *
     * @return in their order
     */
    public List<Stmt> parts() {
        return List.of(parts);
    }

    @Override
    public void render(Frame frame) {
        for (Stmt part : parts) {
            try {
                part.render(frame);
            } catch (Fault fault) {
                throw fault.at(frame.unit().name(), part.line());
            } catch (StackOverflowError e) {
                throw Fault.tooDeep().at(frame.unit().name(), part.line());
            }
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
    public boolean isInert() {
        return java.util.Arrays.stream(parts).allMatch(Stmt::isInert);
    }

    @Override
    public Stmt silent(boolean nested) {
        List<Stmt> rest = new ArrayList<>();
        for (Stmt part : parts) {
            Stmt silent = part.silent(nested);
            if (silent != null) {
                rest.add(silent);
            }
        }
        return rest.isEmpty() ? null : new Sequence(rest, line());
    }

    /** The body that remains inside of a tag; never null. */
    static Sequence silentBody(Sequence body) {
        Stmt silent = body.silent(true);
        return silent == null ? new Sequence(List.of(), body.line()) : (Sequence) silent;
    }
}
