// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.boot;

import java.util.Map;

/**
 * One start.
 *
 * @param unpackSeconds the archive took; 0 when it was there
 * @param readySeconds from the command to the first answer that it is ready, without the unpacking
 * @param milestones seconds from the command
 * @param memory right after
 */
record Boot(double unpackSeconds, double readySeconds, Map<Milestone, Double> milestones, Usage memory) {

    /**
     * Memory in MiB.
     *
     * @param resident of the server
     * @param peak the most of the server since its start
     * @param heap what is left in the heap after a collection
     * @param database of all processes of the database, what they share counted once
     */
    record Usage(double resident, double peak, double heap, double database) {}

    double totalSeconds() {
        return unpackSeconds + readySeconds;
    }
}
