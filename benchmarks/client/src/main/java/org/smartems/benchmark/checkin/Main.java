// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.smartems.benchmark.Kept;
import org.smartems.benchmark.Machine;
import org.smartems.benchmark.Memory;
import org.smartems.benchmark.Options;
import org.smartems.benchmark.Processes;
import org.smartems.benchmark.Program;
import org.smartems.benchmark.Shell;
import org.smartems.benchmark.Tls;

/** The program: measures a server that ./smartems has prepared. */
public final class Main {

    private Main() {}

    /**
     * Exit status: 0; 1 when anything was answered in another way than expected; 2 for wrong words.
     *
     * @param words --port, --database-port, --pid, --home, --shell, --users, --statements, --commit, --kept, --result;
     *     --form (short, full, long or cases), --devices (numbers with commas between them), --log-rows; for the form
     *     cases --cases; also --seconds, --rounds and --soak (numbers of check-ins with commas between them)
     */
    public static void main(String[] words) {
        Program.run(words, Main::run);
    }

    private static boolean run(Options options) throws IOException, InterruptedException {
        List<Stage> stages = stages(options.text("devices"), options.number("log-rows"));
        Plan plan = plan(options, stages);
        Path home = Path.of(options.text("home"));
        Report report;
        try (Database database = new Database(home, (int) options.number("database-port"))) {
            report = measure(options, plan, server(options, database));
        }
        Program.OUT.print(new Sheet(report).text());
        Files.writeString(Path.of(options.text("result")), report.json());
        if (report.figures().errors() > 0) {
            Program.ERR.println("unexpected answers: the figures above mean nothing");
        }
        return report.figures().errors() == 0;
    }

    private static Report measure(Options options, Plan plan, Server server) throws IOException, InterruptedException {
        Machine machine = Machine.here();
        Kept kept = Kept.read(Path.of(options.text("kept")));
        Optional<Pgbench> pgbench = Pgbench.find(server);
        boolean wanted = plan.cases().stream().anyMatch(test -> test.variant().isPgbench());
        List<String> remarks = wanted && pgbench.isEmpty()
                ? List.of("pgbench: NOT MEASURED, the program is not installed (postgresql-contrib of Debian)")
                : List.of();
        Bench bench = new Bench(plan, server, pgbench, Program.ERR);
        Map<Case, List<Slice>> slices = bench.run();
        Map<Long, Double> heap = Map.of();
        if (options.optional("soak").isPresent()) {
            List<Stage> stages = plan.stages();
            Heap soak = new Heap(new Memory(server.pid()), bench.load(), Program.ERR);
            heap = soak.run(stages.get(stages.size() - 1), marks(options.text("soak")));
        }
        return new Report(machine, settings(options, plan), new Figures(slices, heap), kept, remarks);
    }

    /** The log rows are there in the last stage only: it is the largest. */
    static List<Stage> stages(String devices, long logRows) {
        List<Stage> stages = new ArrayList<>();
        String[] numbers = devices.split(",");
        for (int i = 0; i < numbers.length; i++) {
            int number = Integer.parseInt(numbers[i]);
            if (!stages.isEmpty() && number <= stages.get(stages.size() - 1).devices()) {
                throw new IllegalArgumentException("--devices needs numbers that grow: " + devices);
            }
            stages.add(new Stage(number, i == numbers.length - 1 ? logRows : 0));
        }
        return stages;
    }

    private static long[] marks(String text) {
        return Arrays.stream(text.split(","))
                .mapToLong(Long::parseLong)
                .sorted()
                .toArray();
    }

    private static Plan plan(Options options, List<Stage> stages) {
        Plan plan =
                switch (options.text("form")) {
                    case "short" -> Plan.shortForm(stages.get(0));
                    case "full" -> Plan.full(stages);
                    case "long" -> Plan.longForm(stages);
                    case "cases" -> Plan.of(stages, new Selection(options.text("cases")));
                    default -> throw new IllegalArgumentException("--form is short, full, long or cases");
                };
        if (options.optional("seconds").isPresent()) {
            plan = plan.lasting(Duration.ofSeconds(options.number("seconds")));
        }
        return options.optional("rounds").isPresent() ? plan.repeated((int) options.number("rounds")) : plan;
    }

    private static Map<String, Object> settings(Options options, Plan plan) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        settings.put("commit", options.text("commit"));
        settings.put("rounds", plan.rounds());
        settings.put("seconds per case and round", plan.time().toSeconds());
        return settings;
    }

    private static Server server(Options options, Database database) throws IOException {
        Path home = Path.of(options.text("home"));
        Path keyStore = home.resolve("etc/tls.p12");
        Path password = home.resolve("etc/tls.password");
        SSLContext forgetful = Tls.context(keyStore, password);
        forgetful.getClientSessionContext().setSessionCacheSize(1);
        Target target = new Target(
                Tls.context(keyStore, password).getSocketFactory(),
                forgetful.getSocketFactory(),
                (int) options.number("port"),
                users(Path.of(options.text("users"))));
        String token = Files.readString(home.resolve("etc/metrics.token")).strip();
        return new Server(
                home,
                Path.of(options.text("statements")),
                options.number("pid"),
                (int) options.number("database-port"),
                target,
                new Shell(Path.of(options.text("shell")), home),
                database,
                new Processes(options.number("pid")),
                new Meter(target, token, database));
    }

    private static Map<Dialect, Target.User> users(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        Map<Dialect, Target.User> users = new EnumMap<>(Dialect.class);
        for (Dialect dialect : Dialect.values()) {
            users.put(
                    dialect,
                    new Target.User(
                            properties.getProperty(dialect.id() + ".username", ""),
                            properties.getProperty(dialect.id() + ".password", "")));
        }
        return users;
    }
}
