// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the figures were made on.
 *
 * @param processor its name
 * @param cores of it, shared by the server, its database and the load client
 * @param memoryMegabytes of the machine
 * @param kernel version of Linux
 * @param java version of the load client's and the server's Java
 * @param load average of the last minute before the run: more than a little of it, and the figures say little
 */
public record Machine(String processor, int cores, long memoryMegabytes, String kernel, String java, double load) {

    /**
     * The machine that this runs on.
     *
     * @return as it is now
     * @throws IOException when /proc cannot be read
     */
    public static Machine here() throws IOException {
        return new Machine(
                value("/proc/cpuinfo", "model name", "Model", "CPU part"),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(value("/proc/meminfo", "MemTotal").split(" ")[0]) / 1024,
                System.getProperty("os.version"),
                System.getProperty("java.version"),
                Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]));
    }

    /**
     * For people.
     *
     * @return one line
     */
    public String words() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores for server, database and load client; %d MB; Linux %s; Java %s; load before %.1f",
                processor,
                cores,
                memoryMegabytes,
                kernel,
                java,
                load);
    }

    /**
     * For programs.
     *
     * @return members of a JSON object
     */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("processor", processor);
        members.put("cores", cores);
        members.put("memoryMegabytes", memoryMegabytes);
        members.put("kernel", kernel);
        members.put("java", java);
        members.put("loadBefore", load);
        return members;
    }

    /** The first of the names that the file knows. */
    private static String value(String file, String... names) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(file));
        for (String name : names) {
            for (String line : lines) {
                int colon = line.indexOf(':');
                if (colon > 0 && line.substring(0, colon).trim().equals(name)) {
                    return line.substring(colon + 1).trim();
                }
            }
        }
        return "unknown";
    }
}
