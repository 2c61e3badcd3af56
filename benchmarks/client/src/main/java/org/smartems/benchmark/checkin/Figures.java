// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured.
 *
 * @param slices of every case, a slice for each round
 * @param heap MiB after a garbage collection, by how many check-ins there had been; empty when not asked for
 */
record Figures(Map<Case, List<Slice>> slices, Map<Long, Double> heap) {

    /** All rounds of a case together; empty when it was not measured. */
    Optional<Slice> all(Case test) {
        return slices.getOrDefault(test, List.of()).stream().reduce(Slice::plus);
    }

    /** CPU seconds of a check-in, of server and database together. */
    static double cost(Slice slice) {
        return slice.each(slice.cpu().server() + slice.cpu().database());
    }

    long errors() {
        return slices.values().stream()
                .flatMap(List::stream)
                .mapToLong(slice -> slice.problems().size())
                .sum();
    }
}
