// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.smartems.benchmark.Json;
import org.smartems.benchmark.Kept;
import org.smartems.benchmark.Machine;
import org.smartems.benchmark.Options;
import org.smartems.benchmark.Program;
import org.smartems.benchmark.Shell;
import org.smartems.simulator.Fleet;
import org.smartems.simulator.SimulatorConfiguration;
import org.smartems.testing.server.AcknowledgedCheckIns;
import org.smartems.testing.server.DemoSimulator;
import org.smartems.testing.server.LineProxy;
import org.smartems.testing.server.Ports;
import org.smartems.testing.server.ServerProcess;
import org.smartems.testing.server.StoredCheckIns;

/** The program: runs a server of its own and kills it. */
public final class Main {

    /** Of ten devices, how many are routers. */
    private static final int ROUTERS = 8;

    private Main() {}

    /**
     * Exit status: 0; 1 when anything that was acknowledged is missing; 2 for wrong words.
     *
     * @param words --distribution, --home, --devices, --rounds, --seed, --commit, --result, --kept, each with its value
     */
    public static void main(String[] words) {
        Program.run(words, Main::run);
    }

    private static boolean run(Options options) throws IOException, InterruptedException, SQLException {
        Machine machine = Machine.here();
        int rounds = (int) options.number("rounds");
        int devices = (int) options.number("devices");
        long seed = options.number("seed");
        Map<String, Object> settings = Program.settings(options);
        settings.put("devices", devices);
        settings.put("rounds", rounds);
        settings.put("seed", seed);
        Path distribution = Path.of(options.text("distribution"));
        Path home = Path.of(options.text("home"));
        try (ServerProcess server = new ServerProcess(distribution, home, Ports.free());
                LineProxy line = LineProxy.to(server.ports().https())) {
            server.start("");
            server.awaitHealth("/health/ready", 200, Site.LIMIT);
            new Shell(distribution.resolve("bin/smartems-shell"), home)
                    .run("feature:install demo; smartems:demo " + devices);
            CrashReport report =
                    crash(new Site(server, line, new Random(seed)), devices, rounds, new Facts(machine, settings));
            Program.OUT.print(report.table(Kept.read(Path.of(options.text("kept")))));
            Files.writeString(Path.of(options.text("result")), Json.write(report.members()));
            return report.isWhole();
        }
    }

    /** What is told beside the figures. */
    private record Facts(Machine machine, Map<String, Object> settings) {}

    private static CrashReport crash(Site site, int devices, int rounds, Facts facts)
            throws IOException, InterruptedException, SQLException {
        Witness witness = new Witness();
        AcknowledgedCheckIns told = new AcknowledgedCheckIns();
        StoredCheckIns stored = new StoredCheckIns(site.server().database().source());
        CrashBench bench = new CrashBench(site, witness, told, stored);
        List<Round> done;
        try (Fleet fleet = configuration(site, devices).fleet(told, witness)) {
            fleet.start();
            done = bench.run(rounds, devices, Program.OUT);
        }
        return new CrashReport(facts.machine(), facts.settings(), done, bench.last(devices));
    }

    private static SimulatorConfiguration configuration(Site site, int devices) throws IOException {
        int routers = devices * ROUTERS / 10;
        // A router that reports the config that it has is not handed it again. A device that gave up waiting would
        // miss an answer that nobody lost.
        return DemoSimulator.read(site.server().home())
                .configuration(
                        "tk800.reportedConfig", "none",
                        "url", site.line().url(),
                        "devicesUrl", site.line().url(),
                        "mix", "tk800=" + routers + ",edge-gateway=" + (devices - routers),
                        "interval", "1s",
                        "restartTime", "100ms",
                        "rampUp", "1s",
                        "timeout", "60s");
    }
}
