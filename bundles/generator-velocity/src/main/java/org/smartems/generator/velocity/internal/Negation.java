// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.runtime.parser.node.ASTNegateNode;

/** A minus before an operand. */
final class Negation extends Wrapped {

    Negation(ASTNegateNode inner) {
        super(inner);
    }

    @Override
    Object compute(InternalContextAdapter context, Meter meter) {
        Number number = Numbers.orNull(child(0, context));
        if (number == null) {
            throw new Refusal(childText(0) + " is not a number");
        }
        return number instanceof Long integer ? Numbers.calculate('-', 0L, integer) : (Object) (-number.doubleValue());
    }
}
