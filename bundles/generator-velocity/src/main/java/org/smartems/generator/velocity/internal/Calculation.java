// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.runtime.parser.node.ASTMathNode;

/** An operation with two numbers; {@code +} also joins texts. */
final class Calculation extends Wrapped {

    private final char operator;

    Calculation(ASTMathNode inner, char operator) {
        super(inner);
        this.operator = operator;
    }

    @Override
    Object compute(InternalContextAdapter context, Meter meter) {
        Object left = child(0, context);
        Object right = child(1, context);
        requireValue(left, 0);
        requireValue(right, 1);
        if (operator == '+' && (left instanceof String || right instanceof String)) {
            String first = Texts.of(left, meter);
            String second = Texts.of(right, meter);
            meter.text((long) first.length() + second.length());
            return first.concat(second);
        }
        return Numbers.calculate(operator, number(left, 0), number(right, 1));
    }

    private void requireValue(Object value, int index) {
        if (value == null) {
            throw new Refusal(childText(index) + " has no value to calculate with");
        }
    }

    private Number number(Object value, int index) {
        Number number = Numbers.orNull(value);
        if (number == null) {
            throw new Refusal(childText(index) + " is not a number");
        }
        return number;
    }
}
