// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.value.Search;

/**
 * The operators {@code starts with} and {@code ends with}: false for what is no text, and then the right side is not
 * looked at.
 */
public final class EndTest extends Expr {

    private final Expr text;
    private final Expr part;
    private final boolean start;

    /**
     * One of the operators.
     *
     * @param text what is looked at
     * @param part what is looked for
     * @param start whether at the beginning
     * @param line where it stands
     */
    public EndTest(Expr text, Expr part, boolean start, int line) {
        super(line, text, part);
        this.text = text;
        this.part = part;
        this.start = start;
    }

    @Override
    public Object eval(Frame frame) {
        if (!(text.eval(frame) instanceof String whole) || !(part.eval(frame) instanceof String sought)) {
            return false;
        }
        return Search.isAt(whole, sought, start ? 0 : whole.length() - sought.length(), frame.run());
    }
}
