// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.templates;

import java.util.Locale;

/**
 * The figures of one engine.
 *
 * @param engine its name
 * @param perSecond renderings in a second of one thread
 * @param cpuMicros time of processors for one rendering
 * @param bytes allocated for one rendering; negative when unknown
 */
record Row(String engine, double perSecond, double cpuMicros, double bytes) {

    Row(String engine, Row first, Row second) {
        this(engine, (first.perSecond + second.perSecond) / 2, (first.cpuMicros + second.cpuMicros) / 2, -1);
    }

    String line() {
        String allocated = bytes < 0 ? "-" : String.format(Locale.ROOT, "%.0f", bytes / 1024);
        return String.format(Locale.ROOT, "| %-51s | %9.0f | %13.0f | %17s |", engine, perSecond, cpuMicros, allocated);
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "    {\"engine\": \"%s\", \"rendersPerSecond\": %.1f, \"cpuMicrosPerRender\": %.1f%s}",
                engine,
                perSecond,
                cpuMicros,
                bytes < 0 ? "" : String.format(Locale.ROOT, ", \"bytesPerRender\": %.0f", bytes));
    }
}
