// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.value.Fault;

/** The test {@code defined}. */
public final class IsDefined extends Expr {

    private final Expr.Definable subject;

    /**
     * The test.
     *
     * @param subject what is asked for
     * @param line where it stands
     */
    public IsDefined(Expr subject, int line) {
        super(line, subject);
        if (!(subject instanceof Expr.Definable definable)) {
            throw Fault.syntax("The \"defined\" test only works with simple variables.", line);
        }
        this.subject = definable;
    }

    @Override
    public Object eval(Frame frame) {
        try {
            return subject.isDefined(frame);
        } catch (Fault fault) {
            throw fault.at(line());
        }
    }
}
