// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs with an environment that cannot change what they do. */
final class Exec {

    private static final int LIMIT_SECONDS = 60;

    private Exec() {}

    /** What a program answered; a code below zero says that it was ended because it took too long. */
    record Result(int code, String output) {}

    static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .directory(new File("/"));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LD_"));
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        return builder;
    }

    /** For programs that answer little: the output is read when they have ended. */
    static Result run(List<String> command) throws IOException, InterruptedException {
        Process process = builder(command).start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                return new Result(-1, command.get(0) + " took too long");
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.exitValue(), output.trim());
        } finally {
            process.destroyForcibly();
        }
    }

    /** By the shell's own kill, because small systems have no such program. */
    static void signal(String name, long pid) throws IOException, InterruptedException {
        run(List.of("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", name, Long.toString(pid)));
    }
}
