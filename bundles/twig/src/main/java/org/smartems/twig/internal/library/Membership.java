// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.library;

import org.smartems.twig.internal.run.Callback;
import org.smartems.twig.internal.run.Run;
import org.smartems.twig.internal.value.Compare;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.Markup;
import org.smartems.twig.internal.value.PhpArray;
import org.smartems.twig.internal.value.Search;
import org.smartems.twig.internal.value.Types;

/** The operators {@code in}, {@code has some} and {@code has every}. */
public final class Membership {

    private Membership() {}

    /**
     * The operator {@code in}.
     *
     * @param container an array or a text
     * @param item what is looked for
     * @param run limits
     * @return whether it is in there
     */
    public static boolean contains(Object container, Object item, Run run) {
        Object wanted = item instanceof Markup ? item.toString() : item;
        if (container instanceof PhpArray array) {
            return inArray(array, wanted, run);
        }
        if (!(container instanceof String || container instanceof Markup)) {
            return false;
        }
        if (!(wanted instanceof String || wanted instanceof Number)) {
            return false;
        }
        return Search.indexOf(container.toString(), Convert.text(wanted, run), 0, run) >= 0;
    }

    private static boolean inArray(PhpArray array, Object wanted, Run run) {
        for (int i = 0; i < array.size(); i++) {
            run.step(1);
            Object value = array.valueAt(i);
            boolean same = Types.isObject(wanted) ? wanted == value : Compare.order(wanted, value, run) == 0;
            if (same) {
                return true;
            }
        }
        return false;
    }

    /**
     * The operator {@code has some}.
     *
     * @param array to look through
     * @param arrow takes value and key
     * @param run limits
     * @return whether it is true for at least one element
     */
    public static boolean some(Object array, Object arrow, Run run) {
        return any(array, arrow, true, "has some");
    }

    /**
     * The operator {@code has every}.
     *
     * @param array to look through
     * @param arrow takes value and key
     * @param run limits
     * @return whether it is true for all elements
     */
    public static boolean every(Object array, Object arrow, Run run) {
        return !any(array, arrow, false, "has every");
    }

    private static boolean any(Object value, Object arrow, boolean sought, String operator) {
        if (!(value instanceof PhpArray array)) {
            throw Fault.of(
                    "The \"" + operator + "\" operator expects a sequence/mapping, got \"" + Types.name(value) + "\".");
        }
        Callback callback = Args.callback(arrow, operator, "operator");
        for (int i = 0; i < array.size(); i++) {
            if (Convert.truth(callback.call(array.valueAt(i), array.keyAt(i))) == sought) {
                return true;
            }
        }
        return false;
    }
}
