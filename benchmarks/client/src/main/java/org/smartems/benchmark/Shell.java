// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The shell of the server. */
public final class Shell {

    private static final int LIMIT_SECONDS = 60;

    private final Path program;
    private final Path home;

    /**
     * The shell of a home.
     *
     * @param program smartems-shell of the distribution
     * @param home of the server
     */
    public Shell(Path program, Path home) {
        this.program = program;
        this.home = home;
    }

    /**
     * Runs a command.
     *
     * @param command as a person types it
     * @throws IOException when it fails or takes longer than a minute
     * @throws InterruptedException when the thread is interrupted
     */
    public void run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(program.toString(), "--home", home.toString(), command)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command + " takes more than " + LIMIT_SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            throw new IOException(command + " failed: " + output.strip());
        }
    }
}
