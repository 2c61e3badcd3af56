// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.smartems.benchmark.Memory;

/** What the server keeps in memory after very many check-ins: the heap right after a garbage collection. */
final class Heap {

    private static final Duration SLICE = Duration.ofSeconds(60);

    private final Memory memory;
    private final Load load;
    private final PrintStream progress;

    Heap(Memory memory, Load load, PrintStream progress) {
        this.memory = memory;
        this.load = load;
        this.progress = progress;
    }

    /**
     * Lets devices of all dialects check in, in turn.
     *
     * @param marks numbers of check-ins in ascending order
     * @return MiB at each of them
     * @throws IOException when anything is answered in another way than expected
     */
    Map<Long, Double> run(Stage stage, long... marks) throws IOException, InterruptedException {
        Map<Long, Double> heap = new LinkedHashMap<>();
        long checkIns = 0;
        for (int slice = 0; heap.size() < marks.length; slice++) {
            Dialect dialect = Dialect.values()[slice % Dialect.values().length];
            Slice done = load.run(Case.plain(stage, Variant.PRODUCT, dialect, Plan.MOST), SLICE);
            if (!done.problems().isEmpty()) {
                throw new IOException("an unexpected answer: " + done.problems().get(0));
            }
            checkIns += done.checkIns();
            if (checkIns >= marks[heap.size()]) {
                double used = memory.heapAfterCollection();
                heap.put(marks[heap.size()], used);
                progress.printf(Locale.ROOT, "%,d check-ins, %.1f MiB of heap%n", checkIns, used);
            }
        }
        return heap;
    }
}
