// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.library;

import static org.smartems.twig.internal.run.Definition.of;

import java.util.List;
import org.smartems.twig.internal.run.Callback;
import org.smartems.twig.internal.run.Definition;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.run.Run;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.PhpArray;

/** Filters of arrays. */
final class ArrayFilters {

    private ArrayFilters() {}

    static List<Definition> all() {
        return List.of(
                of("keys", "", ArrayFilters::keys),
                of("merge", "*", ArrayFilters::merge),
                of("batch", "size fill? preserve_keys?", ArrayFilters::batch),
                of("column", "name index?", ArrayFilters::column),
                of("filter", "arrow", ArrayFilters::filter),
                of("map", "arrow", ArrayFilters::map),
                of("reduce", "arrow initial?", ArrayFilters::reduce),
                of("find", "arrow", ArrayFilters::find),
                of("sort", "arrow?", ArrayFilters::sort),
                of("shuffle", "", Randomness::shuffle),
                of("invoke", "*", ArrayFilters::invoke));
    }

    private static Object keys(Frame frame, Object[] arguments) {
        if (!(arguments[0] instanceof PhpArray array)) {
            return PhpArray.EMPTY;
        }
        frame.run().chargeArray(array.size());
        Object[] keys = new Object[array.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = array.keyAt(i);
        }
        return PhpArray.list(keys);
    }

    private static Object merge(Frame frame, Object[] arguments) {
        long size = 0;
        for (Object argument : arguments) {
            size += Args.array(argument, "merge").size();
        }
        frame.run().chargeArray(size);
        PhpArray merged = new PhpArray((int) size);
        for (Object argument : arguments) {
            PhpArray array = (PhpArray) argument;
            for (int i = 0; i < array.size(); i++) {
                Slices.copy(array, i, merged, false);
            }
        }
        return merged;
    }

    private static Object batch(Frame frame, Object[] arguments) {
        PhpArray array = Args.array(arguments[0], "batch");
        long size = (long) Math.ceil(Convert.real(arguments[1]));
        if (size < 1) {
            throw Fault.thrown("array_chunk(): Argument #2 ($length) must be greater than 0");
        }
        boolean preserveKeys = arguments[3] == null || Args.flag(arguments, 3);
        frame.run().chargeArray(array.size());
        PhpArray batches = new PhpArray();
        PhpArray batch = null;
        for (int i = 0; i < array.size(); i++) {
            if (i % size == 0) {
                batch = new PhpArray();
                batches.add(batch);
            }
            if (preserveKeys) {
                batch.put(array.keyAt(i), array.valueAt(i));
            } else {
                batch.add(array.valueAt(i));
            }
        }
        if (batch != null && arguments[2] != null) {
            frame.run().chargeArray(size - batch.size());
            while (batch.size() < size) {
                batch.add(arguments[2]);
            }
        }
        return batches;
    }

    private static Object column(Frame frame, Object[] arguments) {
        PhpArray array = Args.array(arguments[0], "column");
        PhpArray column = new PhpArray();
        frame.run().chargeArray(array.size());
        for (int i = 0; i < array.size(); i++) {
            frame.run().step(2);
            if (array.valueAt(i) instanceof PhpArray row) {
                int position = arguments[1] == null ? 0 : row.find(Convert.key(arguments[1]));
                if (position >= 0) {
                    Object value = arguments[1] == null ? row : row.valueAt(position);
                    place(column, arguments[2] == null ? -1 : row.find(Convert.key(arguments[2])), row, value);
                }
            }
        }
        return column;
    }

    private static void place(PhpArray column, int index, PhpArray row, Object value) {
        if (index < 0 || row.valueAt(index) instanceof PhpArray) {
            column.add(value);
        } else {
            column.put(Convert.key(row.valueAt(index)), value);
        }
    }

    private static Object filter(Frame frame, Object[] arguments) {
        PhpArray array = Args.array(arguments[0], "filter");
        Callback arrow = Args.callback(arguments[1], "filter", "filter");
        PhpArray kept = new PhpArray();
        for (int i = 0; i < array.size(); i++) {
            if (Convert.truth(arrow.call(array.valueAt(i), array.keyAt(i)))) {
                kept.put(array.keyAt(i), array.valueAt(i));
            }
        }
        return kept;
    }

    private static Object map(Frame frame, Object[] arguments) {
        PhpArray array = Args.array(arguments[0], "map");
        Callback arrow = Args.callback(arguments[1], "map", "filter");
        PhpArray mapped = new PhpArray(array.size());
        for (int i = 0; i < array.size(); i++) {
            mapped.put(array.keyAt(i), arrow.call(array.valueAt(i), array.keyAt(i)));
        }
        return mapped;
    }

    private static Object reduce(Frame frame, Object[] arguments) {
        PhpArray array = Args.array(arguments[0], "reduce");
        Callback arrow = Args.callback(arguments[1], "reduce", "filter");
        Object carry = arguments[2];
        for (int i = 0; i < array.size(); i++) {
            carry = arrow.call(carry, array.valueAt(i), array.keyAt(i));
        }
        return carry;
    }

    private static Object find(Frame frame, Object[] arguments) {
        PhpArray array = Args.array(arguments[0], "find");
        Callback arrow = Args.callback(arguments[1], "find", "filter");
        for (int i = 0; i < array.size(); i++) {
            if (Convert.truth(arrow.call(array.valueAt(i), array.keyAt(i)))) {
                return array.valueAt(i);
            }
        }
        return null;
    }

    private static Object sort(Frame frame, Object[] arguments) {
        PhpArray array = Args.array(arguments[0], "sort");
        Run run = frame.run();
        if (arguments[1] == null) {
            return Sorting.sort(array, Sorting.natural(run), run);
        }
        Callback arrow = Args.callback(arguments[1], "sort", "filter");
        return Sorting.sort(array, Sorting.by(arrow, run), run);
    }

    private static Object invoke(Frame frame, Object[] arguments) {
        Callback arrow = Args.callback(arguments[0], "invoke", "filter");
        return arrow.call(java.util.Arrays.copyOfRange(arguments, 1, arguments.length));
    }
}
