// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import java.util.Map;
import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.run.Run;
import org.smartems.twig.internal.run.Unit;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;

/** The functions {@code block} and {@code parent}: what a block writes, as a value. */
public final class BlockCall extends Expr implements Expr.Definable {

    private final Expr name;
    private final Expr template;
    private final boolean above;

    private BlockCall(Expr name, Expr template, boolean above, int line) {
        super(line, name, template);
        this.name = name;
        this.template = template;
        this.above = above;
    }

    /**
     * The function {@code block}.
     *
     * @param name of the block
     * @param template whose block it is; null for this one
     * @param line where it stands
     * @return the node
     */
    public static Expr block(Expr name, Expr template, int line) {
        return new BlockCall(name, template, false, line);
    }

    /**
     * The function {@code parent}.
     *
     * @param name of the block it stands in
     * @param line where it stands
     * @return the node
     */
    public static Expr parent(String name, int line) {
        return new BlockCall(new Literal(name, line), null, true, line);
    }

    @Override
    public Object eval(Frame frame) {
        Run run = frame.run();
        String block = Convert.text(name.eval(frame), run);
        StringBuilder outer = run.capture();
        try {
            if (above) {
                frame.unit().displayParentBlock(frame, block);
            } else {
                unit(frame).displayBlock(frame, block, blocks(frame), true);
            }
            return run.captured();
        } catch (Fault fault) {
            throw fault.at(line());
        } finally {
            run.release(outer);
        }
    }

    @Override
    public boolean isDefined(Frame frame) {
        return unit(frame).hasBlock(frame, Convert.text(name.eval(frame), frame.run()), blocks(frame));
    }

    @Override
    public boolean isSafe(String strategy) {
        return true;
    }

    private Unit unit(Frame frame) {
        return template == null ? frame.unit() : frame.run().resolve(template.eval(frame), frame.unit());
    }

    private Map<String, org.smartems.twig.internal.run.BlockRef> blocks(Frame frame) {
        return template == null ? frame.blocks() : Map.of();
    }
}
