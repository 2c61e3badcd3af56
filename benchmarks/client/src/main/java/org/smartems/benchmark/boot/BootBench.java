// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.boot;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.smartems.benchmark.Memory;
import org.smartems.testing.server.Ports;
import org.smartems.testing.server.ServerProcess;

/** Starts servers, round by round, in each way. */
final class BootBench {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Path archive;
    private final Path directory;
    private final PrintStream progress;
    private final Map<Start, List<Boot>> boots = new EnumMap<>(Start.class);

    BootBench(Path archive, Path directory, PrintStream progress) {
        this.archive = archive;
        this.directory = directory;
        this.progress = progress;
    }

    Map<Start, List<Boot>> run(int rounds) throws IOException, InterruptedException {
        for (int round = 1; round <= rounds; round++) {
            Path distribution = directory.resolve("distribution");
            Path home = directory.resolve("home");
            command("rm", "-rf", directory.toString());
            Files.createDirectories(distribution);
            long begin = System.nanoTime();
            command("tar", "xzf", archive.toString(), "-C", distribution.toString(), "--strip-components=1");
            double unpack = secondsSince(begin);
            try (ServerProcess server = new ServerProcess(distribution, home, Ports.free())) {
                boot(round, Start.NEW, server, unpack);
                server.stop();
                boot(round, Start.AGAIN, server, 0);
                server.kill();
                boot(round, Start.KILLED, server, 0);
            }
        }
        command("rm", "-rf", directory.toString());
        return boots;
    }

    private void boot(int round, Start start, ServerProcess server, double unpack)
            throws IOException, InterruptedException {
        Instant started = Instant.now();
        long begin = System.nanoTime();
        server.start("");
        server.awaitHealth("/health/ready", 200, LIMIT);
        double ready = secondsSince(begin);
        long process = server.process().pid();
        Memory memory = new Memory(process);
        double resident = memory.resident();
        double peak = memory.peak();
        double database = databaseMemory(server);
        Boot.Usage usage = new Boot.Usage(resident, peak, memory.heapAfterCollection(), database);
        Boot boot = new Boot(unpack, ready, Milestone.seconds(server.log(), started, ZoneId.systemDefault()), usage);
        boots.computeIfAbsent(start, key -> new ArrayList<>()).add(boot);
        progress.printf(Locale.ROOT, "round %d, %s: %.1f s%n", round, start.label(), boot.totalSeconds());
    }

    private static double databaseMemory(ServerProcess server) throws IOException {
        ProcessHandle postmaster =
                ProcessHandle.of(server.database().postmaster()).orElseThrow();
        double memory = new Memory(postmaster.pid()).proportional();
        for (ProcessHandle child : postmaster.children().toList()) {
            try {
                memory += new Memory(child.pid()).proportional();
            } catch (IOException ended) {
                if (child.isAlive()) {
                    throw ended;
                }
            }
        }
        return memory;
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void command(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", words) + " failed: " + output.strip());
        }
    }
}
