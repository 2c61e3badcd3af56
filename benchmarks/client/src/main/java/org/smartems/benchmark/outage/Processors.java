// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.outage;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The last processor of the machine for the devices, the others for everything else: those of a real fleet take none
 * from the server. Everybody shares the processor of a machine that has only one.
 */
final class Processors {

    private static final int COUNT = Runtime.getRuntime().availableProcessors();

    private Processors() {}

    /** Words before those of a program of devices. */
    static List<String> forDevices() {
        return COUNT == 1 ? List.of() : List.of("taskset", "--cpu-list", Integer.toString(COUNT - 1));
    }

    /** Keeps this process and a server with its database from the processor of the devices. */
    static void reserve(ProcessHandle server) throws IOException, InterruptedException {
        if (COUNT == 1) {
            return;
        }
        Stream<ProcessHandle> all = Stream.concat(Stream.of(ProcessHandle.current(), server), server.descendants());
        for (ProcessHandle process : all.toList()) {
            limit(process);
        }
    }

    private static void limit(ProcessHandle process) throws IOException, InterruptedException {
        String others = "0-" + (COUNT - 2);
        String pid = Long.toString(process.pid());
        int status = new ProcessBuilder("taskset", "--all-tasks", "--pid", "--cpu-list", others, pid)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (status != 0 && process.isAlive()) {
            throw new IOException("process " + pid + " cannot be kept to the processors " + others);
        }
    }
}
