// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

/**
 * A config that the device reported.
 *
 * @param slot of the config
 * @param mark where it is logged
 * @param isNew whether it is to be logged; else the date of the known entry moves
 * @param line position of the line that tells of it
 * @param content the config
 */
record ReceivedConfig(int slot, ConfigMark mark, boolean isNew, int line, String content) {}
