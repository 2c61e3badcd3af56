// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.crash;

import java.util.List;
import java.util.Locale;

/**
 * One hit, and what there was afterwards.
 *
 * @param number from 1
 * @param hit what was killed
 * @param checkIns how many were acknowledged between the hit before and this one
 * @param backSeconds from the hit until the server is ready and a check-in that began after it was acknowledged
 * @param books what was looked for
 */
record Round(int number, Hit hit, int checkIns, double backSeconds, Books books) {

    /**
     * What was looked for, since the beginning of the run.
     *
     * @param acknowledged check-ins
     * @param found how many of them are stored
     * @param requested configs of this round
     * @param configured devices that got theirs
     * @param problems what is missing, in words
     */
    record Books(int acknowledged, long found, int requested, int configured, List<String> problems) {}

    String line(int rounds) {
        String line = String.format(
                Locale.ROOT,
                "round %d of %d: %s after %,d check-ins; ready again after %.1f s; %,d acknowledged, %,d found;"
                        + " %d configs requested, %d arrived",
                number,
                rounds,
                hit.label(),
                checkIns,
                backSeconds,
                books.acknowledged(),
                books.found(),
                books.requested(),
                books.configured());
        return books.problems().isEmpty() ? line : line + "\n  LOST: " + String.join("; ", books.problems());
    }
}
