// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.syntax;

import java.util.HashMap;
import java.util.Map;
import org.smartems.twig.internal.library.Membership;
import org.smartems.twig.internal.library.Ranges;
import org.smartems.twig.internal.library.Searching;
import org.smartems.twig.internal.node.Binary;
import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.value.Arithmetic;
import org.smartems.twig.internal.value.Bits;
import org.smartems.twig.internal.value.Compare;
import org.smartems.twig.internal.value.Convert;

/** What the operators between two operands do. */
final class OperatorNodes {

    private static final Map<String, Binary.Operation> OPERATIONS = new HashMap<>();

    static {
        OPERATIONS.put("xor", (a, b, run) -> Convert.truth(a) != Convert.truth(b));
        OPERATIONS.put("b-or", Bits.OR::combine);
        OPERATIONS.put("b-xor", Bits.XOR::combine);
        OPERATIONS.put("b-and", Bits.AND::combine);
        OPERATIONS.put("==", (a, b, run) -> Compare.equal(a, b, run));
        OPERATIONS.put("!=", (a, b, run) -> !Compare.equal(a, b, run));
        OPERATIONS.put("===", (a, b, run) -> Compare.identical(a, b, run));
        OPERATIONS.put("!==", (a, b, run) -> !Compare.identical(a, b, run));
        OPERATIONS.put("<=>", (a, b, run) -> (long) Compare.order(a, b, run));
        OPERATIONS.put("<", (a, b, run) -> Compare.order(a, b, run) < 0);
        OPERATIONS.put("<=", (a, b, run) -> Compare.order(a, b, run) <= 0);
        // as in PHP, where the operands of these two are exchanged
        OPERATIONS.put(">", (a, b, run) -> Compare.order(b, a, run) < 0);
        OPERATIONS.put(">=", (a, b, run) -> Compare.order(b, a, run) <= 0);
        OPERATIONS.put("in", (a, b, run) -> Membership.contains(b, a, run));
        OPERATIONS.put("not in", (a, b, run) -> !Membership.contains(b, a, run));
        OPERATIONS.put("has some", (a, b, run) -> Membership.some(a, b, run));
        OPERATIONS.put("has every", (a, b, run) -> Membership.every(a, b, run));
        OPERATIONS.put("matches", Searching::matches);
        OPERATIONS.put("..", (a, b, run) -> Ranges.range(a, b, null, run));
        OPERATIONS.put("+", Arithmetic::add);
        OPERATIONS.put("-", Arithmetic::subtract);
        OPERATIONS.put("*", Arithmetic::multiply);
        OPERATIONS.put("/", Arithmetic::divide);
        OPERATIONS.put("//", Arithmetic::floorDivide);
        OPERATIONS.put("%", Arithmetic::modulo);
        OPERATIONS.put("**", Arithmetic::power);
    }

    private OperatorNodes() {}

    static Expr binary(String operator, Expr left, Expr right, int line) {
        return new Binary(left, right, OPERATIONS.get(operator), line);
    }
}
