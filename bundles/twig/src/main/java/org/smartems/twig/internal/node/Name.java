// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.PhpArray;

/** A variable. */
public final class Name extends Expr implements Expr.Definable {

    private final String name;

    /**
     * A variable.
     *
     * @param name of it
     * @param line where it stands
     */
    public Name(String name, int line) {
        super(line);
        this.name = name;
    }

    /**
     * What it is called.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    @Override
    public Object eval(Frame frame) {
        PhpArray variables = frame.variables();
        int position = variables.find(name);
        if (position >= 0) {
            return variables.valueAt(position);
        }
        if (frame.run().settings().strict()) {
            throw Fault.of("Variable \"" + name + "\" does not exist.").at(line());
        }
        return null;
    }

    @Override
    public Object quiet(Frame frame) {
        return frame.variables().get(name);
    }

    @Override
    public boolean isDefined(Frame frame) {
        return frame.variables().has(name);
    }
}
