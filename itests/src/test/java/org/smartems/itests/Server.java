// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server of the distribution with a home of its own, run as an installer runs it. */
final class Server implements AutoCloseable {

    /** What a stop may take at most. */
    private static final int STOP_SECONDS = 30;

    private static final List<Process> STARTED = new ArrayList<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Server::endAll));
    }

    private final Path home;
    private final Ports ports;
    private Path distribution = Distribution.directory();
    private Process process;

    private Server(Path home, Ports ports) {
        this.home = home;
        this.ports = ports;
    }

    /** With a new home that holds no more than the shipped configuration. */
    static Server prepared(String name) throws IOException {
        Path home = Distribution.TARGET.resolve("homes").resolve(name);
        Distribution.delete(home);
        Files.createDirectories(home.getParent());
        Server server = new Server(home, Ports.free());
        Command.run(server.command("--prepare-only")).requireSuccess();
        return server;
    }

    static Server ready(String name) throws Exception {
        Server server = prepared(name);
        server.ensureReady();
        return server;
    }

    void ensureReady() throws Exception {
        if (process == null || !process.isAlive()) {
            start();
        }
        awaitReady();
    }

    /** From the next start on it is served by another installation, as after an upgrade. */
    void moveTo(Path other) {
        distribution = other;
    }

    void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command()).redirectErrorStream(true);
        // no local repository: all that is needed must be in the archive
        builder.environment()
                .put(
                        "SMARTEMS_JAVA_OPTS",
                        "-Xmx512m " + System.getProperty("short.lived", "") + " -Duser.home="
                                + home().resolve("nobody"));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(console().toFile()));
        process = builder.start();
        synchronized (STARTED) {
            STARTED.add(process);
        }
    }

    String[] command(String... more) {
        List<String> words = new ArrayList<>();
        words.add(distribution.resolve("bin/smartems-server").toString());
        words.addAll(List.of("--home", home.toString(), "--port-offset", Integer.toString(ports.offset())));
        words.addAll(Arrays.asList(more));
        return words.toArray(String[]::new);
    }

    void awaitReady() throws Exception {
        awaitHealth("/health/ready", 200);
    }

    /** Up, whatever it waits for. */
    void awaitLive() throws Exception {
        awaitHealth("/health/live", 200);
    }

    private void awaitHealth(String path, int status) throws Exception {
        String[] last = {"no answer"};
        Await.until(() -> path + " of " + home + ": " + last[0] + "\n" + logEnd(), () -> {
            if (!process.isAlive()) {
                throw new AssertionError("the server has ended with " + process.exitValue() + "\n" + logEnd());
            }
            try {
                Answer answer = https().get(path);
                last[0] = answer.body();
                return answer.status() == status;
            } catch (IOException e) {
                last[0] = e.toString();
                return false;
            }
        });
    }

    /** Waits until readiness is refused for a reason that contains the text; returns that answer. */
    Answer awaitRefusal(String check, String reason) throws Exception {
        Answer[] last = new Answer[1];
        Await.until(() -> check + " down because of '" + reason + "', but: " + last[0] + "\n" + logEnd(), () -> {
            last[0] = health();
            return last[0] != null
                    && last[0].status() == 503
                    && last[0].json()
                            .at("/checks/" + check + "/reason")
                            .asText()
                            .contains(reason);
        });
        return last[0];
    }

    /** Null while nobody listens. */
    private Answer health() {
        try {
            return https().get("/health/ready");
        } catch (IOException e) {
            return null;
        }
    }

    /** As a supervisor stops it. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the server does not stop: " + home);
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        try {
            if (process != null && process.isAlive()) {
                stop();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    Command shell(String... words) {
        List<String> all = new ArrayList<>();
        all.add(distribution.resolve("bin/smartems-shell").toString());
        all.addAll(List.of("--home", home.toString()));
        all.addAll(Arrays.asList(words));
        return Command.run(all.toArray(String[]::new));
    }

    Http https() {
        return Http.overTls(ports.https());
    }

    Http devices() {
        return Http.overTls(ports.devices());
    }

    Http http() {
        return Http.plain(ports.http());
    }

    Ports ports() {
        return ports;
    }

    Process process() {
        return process;
    }

    Path home() {
        return home;
    }

    Path etc(String file) {
        return home.resolve("etc").resolve(file);
    }

    Path data(String file) {
        return home.resolve("data").resolve(file);
    }

    Path passwordFile() {
        return data("initial-admin-password");
    }

    String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    String log() throws IOException {
        Path file = data("log/smartems.log");
        return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    }

    private Path console() {
        return home.resolveSibling(home.getFileName() + ".out");
    }

    private String logEnd() {
        try {
            String log = log();
            return log.substring(Math.max(0, log.length() - 4000));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void endAll() {
        synchronized (STARTED) {
            STARTED.forEach(Process::destroyForcibly);
        }
    }
}
