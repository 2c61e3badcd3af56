// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.templates;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Arguments: the script for PHP, a directory to work in, the file for the figures, the commit. */
public final class Main {

    private static final int SECONDS = 5;
    private static final int BATCH = 4000;
    private static final int WARM_UP = 6;
    private static final int ITERATIONS = 5;
    private static final Map<String, String> NAMES = Map.of(
            "twig", "Smart EMS Twig",
            "velocity", "generator-velocity",
            "plainVelocity", "Velocity 2.4.1, without limits");

    private final PrintWriter out =
            new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private final List<Row> rows = new ArrayList<>();
    private final double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();

    private Main() {}

    /**
     * Measures all engines and prints a table.
     *
     * @param arguments see above
     * @throws Exception when an engine fails or renders something else
     */
    public static void main(String[] arguments) throws Exception {
        Main main = new Main();
        main.measure(new Php(Path.of(arguments[0]), Path.of(arguments[1]), SECONDS));
        main.print();
        main.write(Path.of(arguments[2]), arguments[3]);
    }

    /** PHP comes before and after the others, so that what changes on the machine meets all alike. */
    private void measure(Php php) throws Exception {
        List<Row> before = php(php);
        java();
        List<Row> after = php(php);
        for (int i = 0; i < before.size(); i++) {
            rows.add(new Row(before.get(i).engine(), before.get(i), after.get(i)));
        }
    }

    private List<Row> php(Php php) throws IOException, InterruptedException {
        if (!Php.isInstalled()) {
            out.println("PHP's Twig is not installed: it is left out.");
            return List.of();
        }
        php.prepare();
        return List.of(
                php.measure("as it comes: no opcache"),
                php.measure("opcache", "-d", "opcache.enable_cli=1", "-d", "opcache.file_update_protection=0"),
                php.measure(
                        "opcache and JIT",
                        "-d",
                        "opcache.enable_cli=1",
                        "-d",
                        "opcache.file_update_protection=0",
                        "-d",
                        "opcache.jit_buffer_size=64M",
                        "-d",
                        "opcache.jit=tracing"));
    }

    private void java() throws Exception {
        var options = new OptionsBuilder()
                .include(Renders.class.getName() + ".*")
                .forks(1)
                // counted, not timed: on a busy machine the compiler needs longer, not more renderings
                .mode(Mode.SingleShotTime)
                .timeUnit(TimeUnit.SECONDS)
                .warmupIterations(WARM_UP)
                .warmupBatchSize(BATCH)
                .measurementIterations(ITERATIONS)
                .measurementBatchSize(BATCH)
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .build();
        for (RunResult result : new Runner(options).run()) {
            String method = result.getParams().getBenchmark().replaceAll(".*\\.", "");
            rows.add(new Row(
                    NAMES.get(method),
                    BATCH / result.getPrimaryResult().getScore(),
                    secondary(result, CpuProfiler.LABEL) / BATCH,
                    secondary(result, "gc.alloc.rate.norm") / BATCH));
        }
    }

    private static double secondary(RunResult result, String label) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(label))
                .map(Map.Entry::getValue)
                .mapToDouble(Result::getScore)
                .findFirst()
                .orElse(-1);
    }

    private void print() {
        out.println();
        out.println("Router config of " + RouterConfig.twig().lines().count() + " lines, "
                + RouterConfig.variables().size() + " variables, one thread; load before: " + load);
        out.println();
        out.println("| Engine" + " ".repeat(46) + "| Renders/s | CPU us/render | Allocated KiB     |");
        out.println("|" + "-".repeat(53) + "|-----------|---------------|-------------------|");
        rows.forEach(row -> out.println(row.line()));
    }

    private void write(Path file, String commit) throws IOException {
        List<String> lines = new ArrayList<>(List.of("{", "  \"settings\": {"));
        lines.add("    \"at\": \"" + Instant.now().truncatedTo(ChronoUnit.MINUTES) + "\",");
        lines.add("    \"commit\": \"" + commit + "\",");
        lines.add("    \"cores\": " + Runtime.getRuntime().availableProcessors() + ",");
        lines.add("    \"java\": \"" + System.getProperty("java.version") + "\",");
        lines.add("    \"loadBefore\": " + Math.round(load * 100) / 100.0);
        lines.add("  },");
        lines.add("  \"engines\": [");
        lines.add(String.join(",\n", rows.stream().map(Row::json).toList()));
        lines.addAll(List.of("  ]", "}", ""));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, String.join("\n", lines));
    }
}
