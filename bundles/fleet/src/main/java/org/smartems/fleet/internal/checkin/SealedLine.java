// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

/**
 * A line of the communication log as it is stored.
 *
 * @param id of the row
 * @param level number of the level
 * @param messageId without prefix
 * @param parameters JSON
 * @param content sealed; null without one
 */
record SealedLine(long id, int level, String messageId, String parameters, byte[] content) {}
