// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.library;

import org.smartems.twig.internal.run.Callback;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.PhpArray;
import org.smartems.twig.internal.value.Types;

/** Reads arguments of filters and functions. */
final class Args {

    private Args() {}

    /** A text; null and what is missing is the empty one. */
    static String text(Object[] arguments, int index, String filter) {
        Object value = arguments[index];
        return value instanceof String text ? text : Convert.argument(value, filter + "(): Argument #" + (index + 1));
    }

    static String textOr(Object[] arguments, int index, String other, String filter) {
        return arguments[index] == null ? other : text(arguments, index, filter);
    }

    static int integerOr(Object[] arguments, int index, int other) {
        if (arguments[index] == null) {
            return other;
        }
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, integer(arguments[index])));
    }

    /** An integer parameter, which does not take every text. */
    static long integer(Object value) {
        if (value instanceof PhpArray || Types.isObject(value) || value instanceof String text && isNoNumber(text)) {
            throw Fault.thrown("Argument must be of type int, " + Types.name(value) + " given");
        }
        return Convert.integer(value);
    }

    private static boolean isNoNumber(String text) {
        return org.smartems.twig.internal.value.NumericText.parse(text) == null;
    }

    static boolean flag(Object[] arguments, int index) {
        return Convert.truth(arguments[index]);
    }

    static PhpArray array(Object value, String filter) {
        if (value instanceof PhpArray array) {
            return array;
        }
        throw Fault.of(
                "The \"" + filter + "\" filter expects a sequence or a mapping, got \"" + Types.name(value) + "\".");
    }

    static Callback callback(Object value, String name, String kind) {
        if (value instanceof Callback callback) {
            return callback;
        }
        throw Fault.of("The callable passed to the \"" + name + "\" " + kind + " must be an arrow function, got \""
                + Types.name(value) + "\".");
    }
}
