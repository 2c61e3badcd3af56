// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Servers on our data directory that an earlier launcher left behind. Called with the directory's lock held, so no
 * living launcher wants them.
 */
final class Orphans {

    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
    private static final Path PROC = Path.of("/proc");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int POLL_MILLIS = 20;

    private final Path data;

    Orphans(Path data) {
        this.data = data;
    }

    void stop() throws IOException, InterruptedException, StartFailure {
        Path file = data.resolve("postmaster.pid");
        if (Files.exists(file)) {
            long pid = pid(file);
            if (isOurs(pid)) {
                LOG.warn("stopping the PostgreSQL server {} which an earlier start left behind", pid);
                end(pid, List.of("INT", "QUIT", "KILL"));
            } else if (isSurelyForeign(pid)) {
                // The server would take that process for its predecessor and refuse to start.
                LOG.info("process {} of {} is not a server on this data: the file is stale", pid, file);
                Files.deleteIfExists(file);
            }
        }
        for (long pid : strays()) {
            LOG.warn("stopping the PostgreSQL process {} which has lost its server", pid);
            end(pid, List.of("QUIT", "KILL"));
        }
    }

    private static long pid(Path file) throws IOException {
        try {
            // Below zero is an administrator's single-user session: the server itself refuses to start beside it.
            return Math.max(0, Long.parseLong(Files.readAllLines(file).get(0).trim()));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return 0;
        }
    }

    private boolean isOurs(long pid) {
        List<String> words = words(pid);
        return isPostmaster(words) && data.equals(served(words));
    }

    /** Also a dead process that nobody has reaped, which has no words. */
    private boolean isSurelyForeign(long pid) {
        if (pid == 0 || !Files.exists(proc(pid))) {
            return false;
        }
        List<String> words = words(pid);
        return !isPostmaster(words) || served(words) != null;
    }

    private static boolean isPostmaster(List<String> words) {
        return Path.of(words.get(0)).endsWith("postgres");
    }

    private static Path served(List<String> words) {
        int option = words.indexOf("-D");
        if (option < 0 || option + 1 == words.size()) {
            return null;
        }
        try {
            return Path.of(words.get(option + 1)).toRealPath();
        } catch (IOException e) {
            return Path.of(words.get(option + 1));
        }
    }

    /** Processes of a killed server that were too busy to notice; they keep a new one from starting. */
    private List<Long> strays() throws IOException {
        try (Stream<Path> processes = Files.list(PROC)) {
            return processes
                    .map(path -> path.getFileName().toString())
                    .filter(name -> Character.isDigit(name.charAt(0)))
                    .map(Long::valueOf)
                    .filter(this::isStray)
                    .toList();
        }
    }

    private boolean isStray(long pid) {
        return words(pid).get(0).startsWith("postgres: ") && worksOnData(pid) && !worksOnData(parent(pid));
    }

    private boolean worksOnData(long pid) {
        try {
            return data.equals(Files.readSymbolicLink(proc(pid).resolve("cwd")));
        } catch (IOException e) {
            return false;
        }
    }

    private static long parent(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(ProcessHandle::parent)
                .map(ProcessHandle::pid)
                .orElse(0L);
    }

    private static void end(long pid, List<String> signals) throws IOException, InterruptedException, StartFailure {
        ProcessHandle process = ProcessHandle.of(pid).orElse(null);
        for (String signal : signals) {
            Exec.signal(signal, pid);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                if (isGone(process)) {
                    return;
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
        throw StartFailure.passing("an earlier server of the database cannot be stopped", "process " + pid);
    }

    /** A zombie keeps its place in the table but has no words, and nobody may ever reap it. */
    private static boolean isGone(ProcessHandle process) {
        return process == null
                || !process.isAlive()
                || words(process.pid()).get(0).isEmpty();
    }

    private static List<String> words(long pid) {
        try {
            String line = new String(Files.readAllBytes(proc(pid).resolve("cmdline")), StandardCharsets.UTF_8);
            String[] words = line.split("\0");
            return words.length == 0 ? List.of("") : List.of(words);
        } catch (IOException e) {
            return List.of("");
        }
    }

    private static Path proc(long pid) {
        return PROC.resolve(Long.toString(pid));
    }
}
