// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.run.Run;
import org.smartems.twig.internal.run.Stmt;
import org.smartems.twig.internal.value.PhpArray;

/** The tag {@code for}. */
public final class For extends Stmt {

    /**
     * Its variables.
     *
     * @param key name for the key
     * @param value name for the value
     * @param sequence what is gone through
     * @param loop whether the variable {@code loop} may be asked for
     * @param assigns whether the body may assign variables
     */
    public record Head(String key, String value, Expr sequence, boolean loop, boolean assigns) {}

    private static final String PARENT = "_parent";
    private static final String SEQUENCE = "_seq";
    private static final String ITERATED = "_iterated";
    private static final String LOOP = "loop";

    private final Head head;
    private final Sequence body;
    private final Sequence otherwise;

    /**
     * The tag.
     *
     * @param head its variables
     * @param body what is written for each element
     * @param otherwise what is written when there is none; may be null
     * @param line where it stands
     */
    public For(Head head, Sequence body, Sequence otherwise, int line) {
        super(line);
        this.head = head;
        this.body = body;
        this.otherwise = otherwise;
    }

    @Override
    public void render(Frame frame) {
        Object sequence = head.sequence.eval(frame);
        PhpArray items = sequence instanceof PhpArray array ? array : PhpArray.EMPTY;
        if (items.isEmpty() && otherwise == null) {
            return;
        }
        PhpArray before = frame.snapshot();
        frame.set(PARENT, before);
        frame.set(SEQUENCE, items);
        if (otherwise != null) {
            frame.set(ITERATED, false);
        }
        for (int i = 0; i < items.size(); i++) {
            turn(frame, before, items, i);
        }
        if (items.isEmpty()) {
            loop(frame, before, 0, 0);
            otherwise.render(frame);
        }
        if (head.assigns) {
            frame.take(after(frame.variables(), before, frame.run()));
        } else {
            frame.restore(before);
        }
    }

    private void turn(Frame frame, PhpArray before, PhpArray items, int i) {
        frame.run().turn(body.size());
        loop(frame, before, i, items.size());
        frame.set(head.value, items.valueAt(i));
        frame.set(head.key, items.keyAt(i));
        body.render(frame);
        if (i == 0 && otherwise != null) {
            frame.set(ITERATED, true);
        }
    }

    private void loop(Frame frame, PhpArray before, int index, int length) {
        if (head.loop) {
            frame.set(LOOP, new LoopArray(before, index, length));
        }
    }

    /** Keeps what was assigned to variables that were there before, and nothing else. */
    private PhpArray after(PhpArray inside, PhpArray before, Run run) {
        PhpArray after = new PhpArray(before.size() + 1);
        run.step((long) inside.size() + before.size());
        for (int i = 0; i < inside.size(); i++) {
            Object name = inside.keyAt(i);
            if (!isOwn(name) && before.has(name)) {
                after.put(name, inside.valueAt(i));
            }
        }
        for (int i = 0; i < before.size(); i++) {
            if (!after.has(before.keyAt(i))) {
                after.put(before.keyAt(i), before.valueAt(i));
            }
        }
        return after;
    }

    private boolean isOwn(Object name) {
        return name.equals(head.key)
                || name.equals(head.value)
                || name.equals(LOOP)
                || name.equals(ITERATED)
                || name.equals(PARENT)
                || name.equals(SEQUENCE);
    }

    @Override
    public int size() {
        int bodies = Expr.sum(body.size(), otherwise == null ? 0 : otherwise.size());
        return Expr.sum(bodies, head.sequence.size());
    }

    @Override
    public int depth() {
        int inner = Math.max(body.depth(), otherwise == null ? 0 : otherwise.depth());
        return Math.max(inner, head.sequence.depth()) + 1;
    }

    @Override
    public Stmt silent(boolean nested) {
        return new For(
                head, Sequence.silentBody(body), otherwise == null ? null : Sequence.silentBody(otherwise), line());
    }
}
