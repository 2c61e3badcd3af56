// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

/**
 * A config or diagnose data as they are stored.
 *
 * @param id of the row
 * @param line id of the line that tells of it
 * @param slot of a config, else 0
 * @param md5 of a config, else empty
 * @param content sealed
 */
record SealedContent(long id, long line, int slot, String md5, byte[] content) {}
