// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import java.util.List;
import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.value.Bytes;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;

/** Texts joined by {@code ~} or by interpolation, all at once. */
public final class Concat extends Expr {

    private final Expr[] parts;

    /**
     * Texts joined.
     *
     * @param parts at least two
     * @param line where it stands
     */
    public Concat(List<Expr> parts, int line) {
        super(line, parts.toArray(new Expr[0]));
        this.parts = parts.toArray(new Expr[0]);
    }

    @Override
    public Object eval(Frame frame) {
        StringBuilder text = new StringBuilder();
        boolean raw = false;
        try {
            for (Expr part : parts) {
                String piece = Convert.text(part.eval(frame), frame.run());
                frame.run().checkText((long) text.length() + piece.length());
                frame.run().charge(piece.length());
                raw |= !piece.isEmpty() && Character.isLowSurrogate(piece.charAt(0));
                text.append(piece);
            }
        } catch (Fault fault) {
            throw fault.at(line());
        }
        return raw ? Bytes.whole(text.toString()) : text.toString();
    }
}
