// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.smartems.simulator.CheckInListener;
import org.smartems.simulator.ConfigurationException;
import org.smartems.simulator.Figures;
import org.smartems.simulator.Fleet;
import org.smartems.simulator.SimulatorConfiguration;

/** The program: a fleet as the options and settings say, with live figures and a summary. */
public final class Main {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final int UNEXPECTED = 3;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private volatile Optional<Fleet> running = Optional.empty();
    private volatile boolean interrupted;

    Main(PrintStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /**
     * Runs until the fleet ends or the process is asked to end.
     *
     * @param arguments as {@code --help} says
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        Main main = new Main(out, err, System.console() != null);
        Thread runner = Thread.currentThread();
        Thread hook = new Thread(() -> main.interrupt(runner));
        Runtime.getRuntime().addShutdownHook(hook);
        int status = main.run(System.getenv(), arguments);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending already, with a status of its own
            return;
        }
        System.exit(status);
    }

    int run(Map<String, String> environment, String... arguments) {
        try {
            CommandLine line = CommandLine.parse(arguments);
            if (line.has("--help") || arguments.length == 0) {
                out.print(CommandLine.help());
                return 0;
            }
            Optional<Path> file = line.file("--configuration");
            SimulatorConfiguration configuration =
                    file.isPresent() ? SimulatorConfiguration.read(file.get()) : SimulatorConfiguration.of(Map.of());
            return run(line, configuration.with(line.settings()).withEnvironment(environment));
        } catch (UsageException | ConfigurationException e) {
            err.println(e.getMessage());
            err.println("See --help.");
            return WRONG_USE;
        } catch (IOException | RuntimeException e) {
            err.println("The simulator failed: " + e);
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private int run(CommandLine line, SimulatorConfiguration configuration) throws IOException, InterruptedException {
        Optional<Path> file = line.file("--journal");
        if (file.isEmpty()) {
            return run(line, configuration, checkIn -> {});
        }
        try (Journal journal = new Journal(file.get())) {
            return run(line, configuration, journal);
        }
    }

    private int run(CommandLine line, SimulatorConfiguration configuration, CheckInListener listener)
            throws InterruptedException {
        try (Fleet fleet = configuration.fleet(listener)) {
            running = Optional.of(fleet);
            fleet.start();
            if (interrupted) {
                fleet.stop();
            }
            LiveLine live = new LiveLine(line.has("--json") ? err : out, terminal, line.has("--quiet"));
            int devices = fleet.devices().size();
            while (!fleet.awaitEnd(Duration.ofSeconds(1))) {
                live.tick(fleet, devices);
            }
            live.end();
            Figures all = fleet.figures();
            out.print(line.has("--json") ? Lines.json(devices, all) + '\n' : Lines.summary(devices, all));
            return line.has("--strict") && all.unexpected() > 0 ? UNEXPECTED : 0;
        }
    }

    private void interrupt(Thread runner) {
        interrupted = true;
        running.ifPresent(Fleet::stop);
        try {
            // for the summary, and for the state of the devices
            runner.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
