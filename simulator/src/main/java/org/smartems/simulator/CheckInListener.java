// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

/** Learns of every check-in of a fleet. */
@FunctionalInterface
public interface CheckInListener {

    /**
     * A check-in has ended, its work included. Called on the thread of the device, by several threads at once. An
     * exception ends the fleet.
     *
     * @param checkIn what happened
     */
    void ended(CheckIn checkIn);
}
