// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.lists;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures every case in turn, round by round, so that whatever changes on the machine meets all of them alike. */
final class ListsBench {

    private static final int WARM_UP = 20;
    /** A file takes long, and its time differs less. */
    private static final int MOST_EXPORTS = 3;

    private final List<ListCase> cases;
    private final Prober prober;
    private final PrintStream progress;
    private final Map<ListCase, List<Sample>> samples = new LinkedHashMap<>();

    ListsBench(List<ListCase> cases, Prober prober, PrintStream progress) {
        this.cases = cases;
        this.prober = prober;
        this.progress = progress;
    }

    /** Before something long; the tokens of the users live for minutes. */
    interface Login {
        void again() throws IOException, InterruptedException;
    }

    Map<ListCase, List<Sample>> run(int rounds, Login login) throws IOException, InterruptedException, SQLException {
        progress.println("warming up");
        login.again();
        for (int i = 0; i < WARM_UP; i++) {
            prober.measure(cases.get(0));
        }
        for (ListCase test : answers()) {
            prober.measure(test);
        }
        for (int round = 1; round <= rounds; round++) {
            progress.println("round " + round + " of " + rounds);
            login.again();
            for (ListCase test : answers()) {
                add(test);
            }
        }
        for (int round = 1; round <= Math.min(rounds, MOST_EXPORTS); round++) {
            progress.println("files, round " + round);
            for (ListCase test : files()) {
                login.again();
                add(test);
            }
        }
        return samples;
    }

    private List<ListCase> answers() {
        return cases.stream().filter(test -> !test.kind().isExport()).toList();
    }

    private List<ListCase> files() {
        return cases.stream().filter(test -> test.kind().isExport()).toList();
    }

    private void add(ListCase test) throws IOException, InterruptedException, SQLException {
        samples.computeIfAbsent(test, key -> new ArrayList<>()).add(prober.measure(test));
    }
}
