// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.lists;

import org.smartems.benchmark.Cpu;

/**
 * A case, measured once.
 *
 * @param millis from the request to the last byte of the answer
 * @param floorMillis of plain SQL for the same rows; 0 when there is none
 * @param countMillis of plain SQL that counts all rows; 0 when there is none
 * @param cpu what the request cost
 * @param answer what came
 */
record Sample(double millis, double floorMillis, double countMillis, Cpu cpu, Answer answer) {

    /**
     * What came.
     *
     * @param bytes of the body
     * @param rows that there are as the answer says; of a file those that it has, 0 when it was not looked into
     * @param exact whether that number is not an estimate
     * @param heapBefore MiB, 0 when it was not measured
     * @param growth of the memory of the server while it answered, in MiB
     */
    record Answer(long bytes, long rows, boolean exact, double heapBefore, double growth) {}
}
