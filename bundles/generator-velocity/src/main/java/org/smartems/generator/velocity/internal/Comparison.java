// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import java.util.function.IntPredicate;
import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.runtime.parser.node.ASTComparisonNode;

/** A comparison: equality of any two values, order of numbers. */
final class Comparison extends Wrapped {

    private final IntPredicate order;
    private final boolean equality;
    private final boolean negated;

    private Comparison(ASTComparisonNode inner, IntPredicate order, boolean equality, boolean negated) {
        super(inner);
        this.order = order;
        this.equality = equality;
        this.negated = negated;
    }

    static Comparison equality(ASTComparisonNode inner, boolean negated) {
        return new Comparison(inner, null, true, negated);
    }

    static Comparison order(ASTComparisonNode inner, IntPredicate order) {
        return new Comparison(inner, order, false, false);
    }

    @Override
    Object compute(InternalContextAdapter context, Meter meter) {
        Object left = child(0, context);
        Object right = child(1, context);
        if (equality) {
            return Values.equal(left, right, meter) != negated;
        }
        Number first = Numbers.orNull(left);
        Number second = Numbers.orNull(right);
        if (first == null || second == null) {
            throw new Refusal(childText(first == null ? 0 : 1) + " is not a number");
        }
        return order.test(Numbers.compare(first, second));
    }
}
