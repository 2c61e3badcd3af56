// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.delivery;

/**
 * Work that a device was handed, as its row notes it.
 *
 * @param device id
 * @param work that was handed out
 */
record Note(long device, Delivering work) {}
