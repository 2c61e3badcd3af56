// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.library;

import org.smartems.twig.internal.run.Callback;
import org.smartems.twig.internal.run.Run;
import org.smartems.twig.internal.value.Compare;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.PhpArray;

/** PHP's sorting: stable, keys stay with their values. It bears orders that contradict themselves. */
final class Sorting {

    /** An order; the result is positive when the first value comes later. */
    interface Order {
        long compare(Object left, Object right);
    }

    private Sorting() {}

    static Order natural(Run run) {
        return (left, right) -> {
            run.step(2);
            return Compare.order(left, right, run);
        };
    }

    static Order by(Callback arrow, Run run) {
        return (left, right) -> {
            Object result = arrow.call(left, right);
            if (result == Boolean.FALSE) {
                // as PHP does for functions that only say whether the first is larger
                return Convert.truth(arrow.call(right, left)) ? -1 : 0;
            }
            run.operand(result);
            return Convert.integer(result);
        };
    }

    static PhpArray sort(PhpArray array, Order order, Run run) {
        run.chargeArray(array.size());
        Integer[] positions = new Integer[array.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = i;
        }
        Order byPosition = (a, b) -> order.compare(array.valueAt((Integer) a), array.valueAt((Integer) b));
        positions = merged(positions, byPosition);
        PhpArray sorted = new PhpArray(positions.length);
        for (int position : positions) {
            sorted.put(array.keyAt(position), array.valueAt(position));
        }
        return sorted;
    }

    /** Merges sorted pieces of growing width. */
    private static Integer[] merged(Integer[] positions, Order order) {
        Integer[] from = positions;
        Integer[] to = new Integer[positions.length];
        for (int width = 1; width < from.length; width *= 2) {
            for (int start = 0; start < from.length; start += 2 * width) {
                int middle = Math.min(start + width, from.length);
                merge(from, to, new Piece(start, middle, Math.min(middle + width, from.length)), order);
            }
            Integer[] swapped = from;
            from = to;
            to = swapped;
        }
        return from;
    }

    private static void merge(Integer[] from, Integer[] to, Piece piece, Order order) {
        int left = piece.start;
        int right = piece.middle;
        for (int i = piece.start; i < piece.end; i++) {
            boolean takeLeft = right >= piece.end || left < piece.middle && order.compare(from[left], from[right]) <= 0;
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }

    private record Piece(int start, int middle, int end) {}
}
