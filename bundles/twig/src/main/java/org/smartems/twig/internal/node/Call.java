// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import java.util.Set;
import org.smartems.twig.internal.run.Definition;
import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.value.Fault;

/** A call of a filter, function or test. */
public final class Call extends Expr {

    private final Definition definition;
    private final Arguments arguments;
    private final Set<String> safe;

    /**
     * A call.
     *
     * @param definition what is called
     * @param arguments in the order of the parameters
     * @param safe strategies for which the value needs no escaping; null for those of the definition
     * @param line where it stands
     */
    public Call(Definition definition, Arguments arguments, Set<String> safe, int line) {
        super(line, arguments.all());
        this.definition = definition;
        this.arguments = arguments;
        this.safe = safe;
    }

    @Override
    public Object eval(Frame frame) {
        try {
            Object[] values = arguments.values(frame);
            for (Object value : values) {
                frame.run().operand(value);
            }
            return definition.body().apply(frame, values);
        } catch (Fault fault) {
            throw fault.at(line());
        }
    }

    @Override
    public boolean isSafe(String strategy) {
        return safe == null ? definition.isSafe(strategy) : safe.contains(strategy);
    }
}
