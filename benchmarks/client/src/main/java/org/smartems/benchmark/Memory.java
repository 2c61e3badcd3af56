// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory of a Java process on Linux, in MiB.
 *
 * @param process its id
 */
public record Memory(long process) {

    private static final int LIMIT_SECONDS = 60;
    private static final double MIB_OF_KIB = 1024;
    private static final String RESET_PEAK = "5";
    private static final Pattern USED = Pattern.compile("(?:heap|generation)\\s+total \\d+K, used (\\d+)K");

    /**
     * What it has in memory now, its heap included.
     *
     * @return its resident set
     * @throws IOException when it has ended
     */
    public double resident() throws IOException {
        return status("VmRSS");
    }

    /**
     * What it has in memory now, with its share of what it shares with others.
     *
     * @return to be summed up over processes
     * @throws IOException when it has ended or belongs to somebody else
     */
    public double proportional() throws IOException {
        return value(Files.readString(file("smaps_rollup")), "Pss") / MIB_OF_KIB;
    }

    /**
     * The most that it had in memory since {@link #forgetPeak()}.
     *
     * @return its largest resident set
     * @throws IOException when it has ended
     */
    public double peak() throws IOException {
        return status("VmHWM");
    }

    /**
     * Lets {@link #peak()} begin anew.
     *
     * @throws IOException when it has ended or belongs to somebody else
     */
    public void forgetPeak() throws IOException {
        Files.writeString(file("clear_refs"), RESET_PEAK);
    }

    /**
     * Collects garbage.
     *
     * @return what is left in the heap
     * @throws IOException when it has ended or its Java has no jcmd
     * @throws InterruptedException when the thread is interrupted
     */
    public double heapAfterCollection() throws IOException, InterruptedException {
        command("GC.run");
        return used(command("GC.heap_info"));
    }

    static double used(String heapInfo) throws IOException {
        Matcher matcher = USED.matcher(heapInfo);
        double used = 0;
        boolean found = false;
        while (matcher.find()) {
            used += Long.parseLong(matcher.group(1)) / MIB_OF_KIB;
            found = true;
        }
        if (!found) {
            throw new IOException("jcmd tells nothing of the heap: " + heapInfo);
        }
        return used;
    }

    private String command(String name) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process running = new ProcessBuilder(jcmd, Long.toString(process), name)
                .redirectErrorStream(true)
                .start();
        String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!running.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || running.exitValue() != 0) {
            running.destroyForcibly();
            throw new IOException("jcmd " + name + " failed: " + output.strip());
        }
        return output;
    }

    private double status(String name) throws IOException {
        return value(Files.readString(file("status")), name) / MIB_OF_KIB;
    }

    static long value(String status, String name) throws IOException {
        Matcher matcher = Pattern.compile("(?m)^" + name + ":\\s+(\\d+) kB").matcher(status);
        if (!matcher.find()) {
            throw new IOException("the process has no " + name);
        }
        return Long.parseLong(matcher.group(1));
    }

    private Path file(String name) {
        return Path.of("/proc", Long.toString(process), name);
    }
}
