// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the server's main process. */
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final int CHECKPOINT_SECONDS = 60;
    private static final int END_SECONDS = 10;

    private final Process process;
    private final Path log;
    private final long logStart;

    private Postmaster(Process process, Path log, long logStart) {
        this.process = process;
        this.log = log;
        this.logStart = logStart;
    }

    /** The calling thread must outlive the server, which is interrupted when its starter ends. */
    static Postmaster start(ProcessBuilder command, Path log) throws IOException {
        long logStart = Files.exists(log) ? Files.size(log) : 0;
        return new Postmaster(command.start(), log, logStart);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean endsWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    StartFailure failure(String otherwise) throws IOException {
        String complaints = Diagnosis.complaints(log, logStart);
        String detail = "exit code " + process.exitValue() + ", " + log + ": " + complaints;
        return StartFailure.passing(Diagnosis.reason(complaints, otherwise), detail);
    }

    /** A fast shutdown. Not destroy(), which asks for one that waits until the last client has gone. */
    void stop() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            return;
        }
        Exec.signal("INT", process.pid());
        if (!process.waitFor(CHECKPOINT_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("PostgreSQL does not stop: it is cut off, and will recover at its next start");
            Exec.signal("QUIT", process.pid());
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }
}
