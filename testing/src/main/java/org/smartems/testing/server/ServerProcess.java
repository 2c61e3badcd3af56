// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.smartems.testing.Eventually;
import org.smartems.testing.RawClient;

/** A server of the distribution, run as an installer runs it. For one thread; it ends with this process. */
public final class ServerProcess implements AutoCloseable {

    /** What a stop may take at most. */
    private static final int STOP_SECONDS = 30;

    private static final int LOG_END = 4000;
    private static final long PAUSE_NANOS = 50_000_000;

    private static final List<Process> STARTED = new ArrayList<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ServerProcess::endAll));
    }

    private final Path home;
    private final Ports ports;
    private Path distribution;
    private Process process;

    /**
     * A server that is not started yet.
     *
     * @param distribution where the archive was unpacked
     * @param home need not exist
     * @param ports to be free
     */
    public ServerProcess(Path distribution, Path home, Ports ports) {
        this.distribution = distribution;
        this.home = home;
        this.ports = ports;
    }

    /**
     * From the next start on it is served by another installation, as after an upgrade.
     *
     * @param other where its archive was unpacked
     */
    public void moveTo(Path other) {
        distribution = other;
    }

    /**
     * How it is started.
     *
     * @param more options of the start script
     * @return the words of the command
     */
    public String[] command(String... more) {
        List<String> words = new ArrayList<>();
        words.add(distribution.resolve("bin/smartems-server").toString());
        words.addAll(List.of("--home", home.toString(), "--port-offset", Integer.toString(ports.offset())));
        words.addAll(Arrays.asList(more));
        return words.toArray(String[]::new);
    }

    /**
     * Starts it. What it prints is appended to a file beside the home, with {@code .out} at its end.
     *
     * @param javaOptions of its JVM, may be empty
     * @throws IOException when there is no such program
     */
    public void start(String javaOptions) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command()).redirectErrorStream(true);
        builder.environment().put("SMARTEMS_JAVA_OPTS", javaOptions);
        Path console = home.resolveSibling(home.getFileName() + ".out");
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()));
        process = builder.start();
        synchronized (STARTED) {
            STARTED.add(process);
        }
    }

    /**
     * Waits until an address of health answers with a status.
     *
     * @param path such as {@code /health/ready}
     * @param status that is waited for
     * @param limit which only ends a run that hangs
     * @throws AssertionError when it does not, or the server has ended; with the end of its log
     */
    public void awaitHealth(String path, int status, Duration limit) {
        String[] last = {"no answer"};
        Eventually.until(() -> path + " of " + home + ": " + last[0] + "\n" + logEnd(), limit, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("the server has ended with " + process.exitValue() + "\n" + logEnd());
            }
            if (health(path, last) == status) {
                return true;
            }
            // a server that starts needs the processor
            LockSupport.parkNanos(PAUSE_NANOS);
            return false;
        });
    }

    /** 0 without an answer. */
    private int health(String path, String... last) {
        try {
            RawClient.Answer answer = new RawClient(ports.https(), true).get(path);
            last[0] = answer.body();
            return answer.status();
        } catch (Exception | AssertionError e) {
            last[0] = e.toString();
            return 0;
        }
    }

    /**
     * Stops it as a supervisor does.
     *
     * @throws InterruptedException when the thread is interrupted
     * @throws AssertionError when it does not stop
     */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the server does not stop: " + home);
        }
    }

    /**
     * Kills it without a word; its database server goes on.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Stops it when it runs. */
    @Override
    public void close() {
        try {
            if (isAlive()) {
                stop();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Whether it runs.
     *
     * @return false before its first start
     */
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /**
     * The process that was started last.
     *
     * @return that of Java
     */
    public Process process() {
        return process;
    }

    /**
     * The ports.
     *
     * @return those of the constructor
     */
    public Ports ports() {
        return ports;
    }

    /**
     * The directory with its state.
     *
     * @return that of the constructor
     */
    public Path home() {
        return home;
    }

    /**
     * The database server that comes along.
     *
     * @return of this home
     */
    public EmbeddedDatabase database() {
        return new EmbeddedDatabase(home, ports.postgres());
    }

    /**
     * What it has logged.
     *
     * @return of all starts; empty before the first
     * @throws IOException when the file cannot be read
     */
    public String log() throws IOException {
        Path file = home.resolve("data/log/smartems.log");
        return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    }

    /**
     * The last of what it has logged.
     *
     * @return for the message of a failure
     */
    public String logEnd() {
        try {
            String log = log();
            return log.substring(Math.max(0, log.length() - LOG_END));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** One that may still stop by itself takes its database along. */
    private static void endAll() {
        synchronized (STARTED) {
            STARTED.forEach(Process::destroy);
            for (Process started : STARTED) {
                try {
                    started.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                started.destroyForcibly();
            }
        }
    }
}
