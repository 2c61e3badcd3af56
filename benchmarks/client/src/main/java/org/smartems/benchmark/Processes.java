// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the server, its database and this program have cost so far, as Linux counts it. */
public final class Processes {

    /** USER_HZ, which is the same on every Linux that the server runs on. */
    private static final double TICKS_PER_SECOND = 100;

    private static final Pattern COMPILER = Pattern.compile("C[12] Compiler");

    private final Path directory;
    private final long server;

    /**
     * The processes of a server.
     *
     * @param server its process
     */
    public Processes(long server) {
        this(Path.of("/proc"), server);
    }

    Processes(Path directory, long server) {
        this.directory = directory;
        this.server = server;
    }

    /**
     * What they have cost so far, to 10 ms.
     *
     * @return seconds
     * @throws IOException when the server has ended or has no database of its own
     */
    public Cpu cpu() throws IOException {
        Map<Long, Stat> all = all();
        if (!all.containsKey(server)) {
            throw new IOException("the server has ended: process " + server);
        }
        double database = 0;
        boolean found = false;
        for (Stat stat : all.values()) {
            if (stat.name().equals("postgres") && isChild(stat, all)) {
                database += stat.ticks() + (isPostmaster(stat, all) ? stat.childrenTicks() : 0);
                found = true;
            }
        }
        if (!found) {
            throw new IOException("the server has no database of its own to be measured");
        }
        Stat own = all.get(ProcessHandle.current().pid());
        return new Cpu(
                all.get(server).ticks() / TICKS_PER_SECOND,
                database / TICKS_PER_SECOND,
                own == null ? 0 : own.ticks() / TICKS_PER_SECOND);
    }

    /**
     * What the processes that this one has started have cost, to 10 ms, as far as they have ended.
     *
     * @return seconds
     * @throws IOException when Linux does not tell
     */
    public double children() throws IOException {
        Path stat = directory.resolve(ProcessHandle.current().pid() + "/stat");
        return read(stat)
                        .orElseThrow(() -> new IOException("not to be read: " + stat))
                        .childrenTicks()
                / TICKS_PER_SECOND;
    }

    /**
     * What the compilers of the Java process have cost that are running now, to 10 ms. While they are busy, the process
     * is not as fast as it will be.
     *
     * @return seconds
     * @throws IOException when the server has ended
     */
    public double compilers() throws IOException {
        double ticks = 0;
        Path threads = directory.resolve(Long.toString(server)).resolve("task");
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(threads)) {
            for (Path entry : entries) {
                ticks += read(entry.resolve("stat"))
                        .filter(stat -> COMPILER.matcher(stat.name()).lookingAt())
                        .map(Stat::ticks)
                        .orElse(0L);
            }
        }
        return ticks / TICKS_PER_SECOND;
    }

    private boolean isChild(Stat stat, Map<Long, Stat> all) {
        Set<Long> seen = new HashSet<>();
        for (Stat at = stat; at != null && seen.add(at.pid()); at = all.get(at.parent())) {
            if (at.parent() == server) {
                return true;
            }
        }
        return false;
    }

    /** It takes over the time of the processes that have ended. */
    private static boolean isPostmaster(Stat stat, Map<Long, Stat> all) {
        return Optional.ofNullable(all.get(stat.parent()))
                .map(parent -> !parent.name().equals("postgres"))
                .orElse(true);
    }

    private Map<Long, Stat> all() throws IOException {
        Map<Long, Stat> all = new HashMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "[0-9]*")) {
            for (Path entry : entries) {
                read(entry.resolve("stat")).ifPresent(stat -> all.put(stat.pid(), stat));
            }
        }
        return all;
    }

    /** Empty when the process has ended meanwhile. */
    private static Optional<Stat> read(Path file) {
        try {
            return Optional.of(Stat.parse(Files.readString(file)));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    /** What /proc/PID/stat tells (proc(5)). */
    record Stat(long pid, String name, long parent, long ticks, long childrenTicks) {

        static Stat parse(String text) {
            int open = text.indexOf('(');
            // a name may hold anything
            int close = text.lastIndexOf(')');
            String[] fields = text.substring(close + 2).split(" ");
            return new Stat(
                    Long.parseLong(text.substring(0, open - 1)),
                    text.substring(open + 1, close),
                    Long.parseLong(fields[1]),
                    Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
                    Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
        }
    }
}
