// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.library;

import static org.smartems.twig.internal.run.Definition.of;

import java.util.List;
import org.smartems.twig.internal.node.DefaultValue;
import org.smartems.twig.internal.run.Definition;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.value.Arithmetic;
import org.smartems.twig.internal.value.Compare;
import org.smartems.twig.internal.value.PhpArray;

/** The tests behind {@code is}. */
final class Tests {

    private Tests() {}

    static List<Definition> all() {
        return List.of(
                of("defined", "", (frame, a) -> true),
                of("null", "", (frame, a) -> a[0] == null),
                of("none", "", (frame, a) -> a[0] == null),
                of("empty", "", (frame, a) -> DefaultValue.isEmpty(a[0])),
                of("even", "", (frame, a) -> rest(a[0], 2L, frame) == 0),
                of("odd", "", (frame, a) -> rest(a[0], 2L, frame) != 0),
                of("divisible by", "by", (frame, a) -> rest(a[0], a[1], frame) == 0),
                of("same as", "to", (frame, a) -> Compare.identical(a[0], a[1], frame.run())),
                of("iterable", "", (frame, a) -> a[0] instanceof PhpArray),
                of("sequence", "", (frame, a) -> a[0] instanceof PhpArray array && isList(array, frame)),
                of("mapping", "", (frame, a) -> a[0] instanceof PhpArray array && !isList(array, frame)),
                of("true", "", (frame, a) -> a[0] == Boolean.TRUE),
                of("constant", "constant object?", Constants::test));
    }

    private static boolean isList(PhpArray array, Frame frame) {
        frame.run().step(array.size());
        return array.isList();
    }

    private static long rest(Object value, Object by, Frame frame) {
        return (Long) Arithmetic.modulo(value, by, frame.run());
    }
}
