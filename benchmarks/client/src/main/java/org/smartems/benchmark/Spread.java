// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

import java.util.Collection;

/**
 * How the rounds of a case differ.
 *
 * @param median half are not longer
 * @param worst the longest
 */
public record Spread(double median, double worst) {

    /**
     * Of some figures.
     *
     * @param figures one for each round
     * @return zeros when there are none
     */
    public static Spread of(Collection<Double> figures) {
        double[] sorted =
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            return new Spread(0, 0);
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[sorted.length - 1]);
    }
}
