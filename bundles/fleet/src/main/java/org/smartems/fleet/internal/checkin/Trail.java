// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.List;
import org.smartems.fleet.checkin.LogLine;

/**
 * What the procedure has logged of a contact.
 *
 * @param before until it reported
 * @param within while it worded the answer
 */
record Trail(List<LogLine> before, List<LogLine> within) {}
