// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

/**
 * Diagnose data that the device reported.
 *
 * @param line position of the line that tells of it
 * @param content the data
 */
record ReceivedDiagnose(int line, String content) {}
