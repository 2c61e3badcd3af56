// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.smartems.simulator.Fleet;

/** The live figures: on a terminal one line that changes each second, elsewhere a line every ten seconds. */
final class LiveLine {

    private static final int SECONDS = 10;
    private static final String REWRITE = "\r\u001b[K";
    /** What is too long for the terminal is cut off there, instead of going on in a line that is never rewritten. */
    private static final String UNWRAPPED = "\u001b[?7l%s\u001b[?7h";

    private final PrintStream out;
    private final boolean terminal;
    private final boolean quiet;
    private int seconds;

    LiveLine(PrintStream out, boolean terminal, boolean quiet) {
        this.out = out;
        this.terminal = terminal;
        this.quiet = quiet;
    }

    /** To be called once a second. */
    void tick(Fleet fleet, int devices) {
        if (quiet || !terminal && ++seconds % SECONDS != 0) {
            return;
        }
        String line = Lines.live(devices, fleet.window(), fleet.figures());
        out.print(terminal ? REWRITE + String.format(Locale.ROOT, UNWRAPPED, line) : line + '\n');
        out.flush();
    }

    void end() {
        if (terminal && !quiet) {
            out.print(REWRITE);
        }
    }
}
