// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.util.Locale;

/**
 * What is in the database.
 *
 * @param devices of each dialect
 * @param logRows contacts and lines of contacts in the logs before anything is measured, of both dialects together
 */
record Stage(int devices, long logRows) {

    String words() {
        return String.format(Locale.ROOT, "%,d devices of each dialect, %,d log rows before", devices, logRows);
    }
}
