// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import java.util.List;
import org.smartems.twig.internal.run.Callback;
import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.value.Fault;

/** An arrow function. It sees the variables as they were where it was written. */
public final class Arrow extends Expr {

    private final List<String> parameters;
    private final Expr body;

    /**
     * An arrow function.
     *
     * @param parameters their names
     * @param body its value
     * @param line where it stands
     */
    public Arrow(List<String> parameters, Expr body, int line) {
        super(line, body);
        this.parameters = List.copyOf(parameters);
        this.body = body;
    }

    @Override
    public Object eval(Frame frame) {
        return new Closure(frame.child());
    }

    private final class Closure implements Callback {

        private final Frame frame;
        private boolean busy;

        Closure(Frame frame) {
            this.frame = frame;
        }

        @Override
        public Object call(Object... arguments) {
            if (arguments.length < parameters.size()) {
                throw Fault.thrown("Too few arguments to function {closure}(), " + arguments.length
                                + " passed and exactly " + parameters.size() + " expected")
                        .at(line());
            }
            frame.run().turn(size());
            frame.run().enter(depth());
            boolean inner = busy;
            Frame scope = inner ? frame.child() : frame;
            busy = true;
            try {
                for (int i = 0; i < parameters.size(); i++) {
                    scope.set(parameters.get(i), arguments[i]);
                }
                return body.eval(scope);
            } finally {
                busy = inner;
                frame.run().leave(depth());
            }
        }
    }
}
