// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.library;

import org.smartems.twig.internal.run.Run;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.PhpArray;

/** Parts of arrays and texts. */
final class Slices {

    /**
     * Which part.
     *
     * @param start a negative one counts from the end
     * @param length null for all that follows; a negative one leaves as many at the end
     * @param preserveKeys whether numbers stay
     */
    record Part(int start, Integer length, boolean preserveKeys) {}

    private Slices() {}

    static Object slice(Object value, Part part, Run run) {
        if (value instanceof PhpArray array) {
            return array(array, part, run);
        }
        String text = Convert.text(value, run);
        return text(text, part.start, part.length);
    }

    static PhpArray array(PhpArray array, Part part, Run run) {
        int from = from(part.start, array.size());
        int to = to(from, part.length, array.size());
        PhpArray slice = new PhpArray(Math.max(0, to - from));
        run.chargeArray(Math.max(0, to - from));
        for (int i = from; i < to; i++) {
            copy(array, i, slice, part.preserveKeys);
        }
        return slice;
    }

    /** Copies an element; one with a number gets the next number unless keys are preserved. */
    static void copy(PhpArray from, int position, PhpArray to, boolean preserveKeys) {
        Object key = from.keyAt(position);
        if (preserveKeys || key instanceof String) {
            to.put(key, from.valueAt(position));
        } else {
            to.add(from.valueAt(position));
        }
    }

    static String text(String text, int start, Integer length) {
        int points = text.codePointCount(0, text.length());
        int from = from(start, points);
        int to = to(from, length, points);
        if (from >= to) {
            return "";
        }
        int begin = text.offsetByCodePoints(0, from);
        return text.substring(begin, text.offsetByCodePoints(begin, to - from));
    }

    private static int from(int start, int size) {
        return start < 0 ? Math.max(0, size + start) : Math.min(start, size);
    }

    private static int to(int from, Integer length, int size) {
        if (length == null) {
            return size;
        }
        return length < 0 ? size + length : (int) Math.min((long) from + length, size);
    }
}
