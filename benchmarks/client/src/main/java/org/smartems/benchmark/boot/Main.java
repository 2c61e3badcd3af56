// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.smartems.benchmark.Json;
import org.smartems.benchmark.Kept;
import org.smartems.benchmark.Machine;
import org.smartems.benchmark.Options;
import org.smartems.benchmark.Program;

/** The program: starts servers of an archive. */
public final class Main {

    private Main() {}

    /**
     * Exit status: 0; 1 when a server did not become ready; 2 for wrong words.
     *
     * @param words --archive, --directory, --rounds, --commit, --result, --kept, each with its value
     */
    public static void main(String[] words) {
        Program.run(words, Main::run);
    }

    private static boolean run(Options options) throws IOException, InterruptedException {
        Machine machine = Machine.here();
        int rounds = (int) options.number("rounds");
        Map<String, Object> settings = Program.settings(options);
        settings.put("rounds", rounds);
        BootBench bench =
                new BootBench(Path.of(options.text("archive")), Path.of(options.text("directory")), Program.ERR);
        BootReport report = new BootReport(machine, settings, bench.run(rounds));
        Program.OUT.print(report.table(Kept.read(Path.of(options.text("kept")))));
        Files.writeString(Path.of(options.text("result")), Json.write(report.members()));
        return true;
    }
}
