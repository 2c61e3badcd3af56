// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.delivery;

/**
 * Work that has not reached its device.
 *
 * @param device id
 * @param work that was handed out
 * @param ifNoted only when the row still says that it is under way: nobody knows whether the hand-out was committed, or
 *     whether another process has dealt with it
 */
record Restore(long device, Delivering work, boolean ifNoted) {}
