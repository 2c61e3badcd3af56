// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** The program: measures a server that ./smartems has prepared. */
public final class Main {

    private static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    private static final PrintStream ERR = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);

    private Main() {}

    /**
     * Exit status: 0; 1 when anything was answered in another way than expected; 2 for wrong words.
     *
     * @param words --port, --pid, --home, --shell, --devices, --users, --commit, --result, each with its value
     */
    public static void main(String[] words) {
        System.exit(status(words));
    }

    private static int status(String... words) {
        try {
            return run(new Options(words));
        } catch (IllegalArgumentException e) {
            ERR.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            ERR.println("the benchmark failed: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static int run(Options options) throws IOException, InterruptedException {
        Machine machine = Machine.here();
        Plan plan = Plan.shortForm();
        Path home = Path.of(options.text("home"));
        Target target = new Target(
                Tls.trusting(home.resolve("etc/tls.p12"), home.resolve("etc/tls.password")),
                (int) options.number("port"),
                users(Path.of(options.text("users"))),
                (int) options.number("devices"));
        Load load = new Load(target, new Processes(options.number("pid")));
        Bench bench = new Bench(plan, load, new Shell(Path.of(options.text("shell")), home), ERR);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        settings.put("commit", options.text("commit"));
        settings.put("devices per dialect", target.devices());
        settings.put("rounds", plan.rounds());
        settings.put("seconds per case and round", plan.time().toSeconds());
        Report report = new Report(machine, settings, bench.run());
        OUT.print(report.table());
        Files.writeString(Path.of(options.text("result")), report.json());
        if (report.errors() > 0) {
            ERR.println("unexpected answers: the figures above mean nothing");
            return 1;
        }
        return 0;
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
