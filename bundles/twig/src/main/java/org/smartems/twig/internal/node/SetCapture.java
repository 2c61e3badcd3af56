// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.run.Run;
import org.smartems.twig.internal.run.Stmt;
import org.smartems.twig.internal.value.Markup;

/** The tags {@code set} with a body and {@code apply}: what the body writes becomes a value. */
public final class SetCapture extends Stmt {

    private final String name;
    private final Expr filters;
    private final Sequence body;

    private SetCapture(String name, Expr filters, Sequence body, int line) {
        super(line);
        this.name = name;
        this.filters = filters;
        this.body = body;
    }

    /**
     * The tag {@code set}.
     *
     * @param name of the variable
     * @param body what is captured
     * @param line where it stands
     * @return the node
     */
    public static Stmt set(String name, Sequence body, int line) {
        return new SetCapture(name, null, body, line);
    }

    /**
     * The tag {@code apply}.
     *
     * @param filters applied to {@link Captured}
     * @param body what is captured
     * @param line where it stands
     * @return the node
     */
    public static Stmt apply(Expr filters, Sequence body, int line) {
        return new SetCapture(null, filters, body, line);
    }

    @Override
    public void render(Frame frame) {
        Object captured = capture(frame);
        if (name != null) {
            frame.set(name, captured);
            return;
        }
        frame.apply(captured);
        frame.run().write(org.smartems.twig.internal.value.Convert.text(filters.eval(frame), frame.run()));
    }

    private Object capture(Frame frame) {
        Run run = frame.run();
        StringBuilder outer = run.capture();
        try {
            body.render(frame);
            return Markup.of(run.captured());
        } finally {
            run.release(outer);
        }
    }

    @Override
    public int size() {
        return Expr.sum(body.size(), filters == null ? 1 : filters.size());
    }

    @Override
    public int depth() {
        return Math.max(body.depth(), filters == null ? 0 : filters.depth()) + 1;
    }

    @Override
    public Stmt silent(boolean nested) {
        if (name == null) {
            throw Text.output(line());
        }
        return this;
    }

    /** What the tag {@code apply} has captured. */
    public static final class Captured extends Expr {

        /**
         * What was captured.
         *
         * @param line where it stands
         */
        public Captured(int line) {
            super(line);
        }

        @Override
        public Object eval(Frame frame) {
            return frame.applied();
        }
    }
}
