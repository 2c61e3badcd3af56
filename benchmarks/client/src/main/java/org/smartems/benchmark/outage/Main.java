// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.outage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.smartems.benchmark.Api;
import org.smartems.benchmark.Json;
import org.smartems.benchmark.Kept;
import org.smartems.benchmark.Machine;
import org.smartems.benchmark.Options;
import org.smartems.benchmark.Processes;
import org.smartems.benchmark.Program;
import org.smartems.benchmark.Shell;
import org.smartems.benchmark.Tls;
import org.smartems.testing.server.DemoSimulator;
import org.smartems.testing.server.Ports;
import org.smartems.testing.server.ServerProcess;

/** The program: runs a server of its own and lets all its devices call at once. */
public final class Main {

    /** Of ten devices. */
    private static final int ROUTERS = 8;

    private static final Duration READY = Duration.ofMinutes(5);

    private Main() {}

    /**
     * Exit status: 0; 1 when a device was not served in the end, or people were refused; 2 for wrong words.
     *
     * @param words --distribution, --home, --devices, --commit, --result, --kept, each with its value
     */
    public static void main(String[] words) {
        Program.run(words, Main::run);
    }

    private static boolean run(Options options) throws Exception {
        Machine machine = Machine.here();
        int devices = (int) options.number("devices");
        Map<String, Object> settings = Program.settings(options);
        settings.put("devices", devices);
        Path distribution = Path.of(options.text("distribution"));
        Path home = Path.of(options.text("home"));
        try (ServerProcess server = new ServerProcess(distribution, home, Ports.free())) {
            server.start("");
            server.awaitHealth("/health/ready", 200, READY);
            Program.ERR.println("Preparing " + devices + " devices …");
            new Shell(distribution.resolve("bin/smartems-shell"), home)
                    .run("feature:install demo; smartems:demo " + devices);
            People people = people(server);
            Processes processes = new Processes(server.process().pid());
            Processors.reserve(server.process().toHandle());
            Outage outage = new Outage(callers(home, devices), people, processes, Program.ERR);
            OutageReport report = new OutageReport(machine, settings, outage.run());
            Program.OUT.print(report.table(Kept.read(Path.of(options.text("kept")))));
            Files.writeString(Path.of(options.text("result")), Json.write(report.members()));
            return report.isServed();
        }
    }

    private static List<Caller> callers(Path home, int devices) throws IOException {
        DemoSimulator demo = DemoSimulator.read(home);
        int routers = devices * ROUTERS / 10;
        return demo.configuration("mix", "tk800=" + routers + ",edge-gateway=" + (devices - routers)).devices().stream()
                .map(device -> Caller.of(demo, device.profile()))
                .toList();
    }

    private static People people(ServerProcess server) throws IOException, InterruptedException {
        Path home = server.home();
        Api api = new Api(
                Tls.context(home.resolve("etc/tls.p12"), home.resolve("etc/tls.password")),
                server.ports().https());
        String password = Files.readString(home.resolve("data/initial-admin-password"));
        return new People(api, password.strip());
    }
}
