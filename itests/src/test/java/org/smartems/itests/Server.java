// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.smartems.testing.server.EmbeddedDatabase;
import org.smartems.testing.server.Ports;
import org.smartems.testing.server.ServerProcess;

/** A server of the distribution with a home of its own, run as an installer runs it. */
final class Server implements AutoCloseable {

    private final ServerProcess server;
    private Path distribution = Distribution.directory();

    private Server(Path home, Ports ports) {
        server = new ServerProcess(distribution, home, ports);
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
        if (!server.isAlive()) {
            start();
        }
        awaitReady();
    }

    /** From the next start on it is served by another installation, as after an upgrade. */
    void moveTo(Path other) {
        distribution = other;
        server.moveTo(other);
    }

    void start() throws IOException {
        // no local repository: all that is needed must be in the archive
        server.start("-Xmx512m " + System.getProperty("short.lived", "") + " -Duser.home=" + home().resolve("nobody"));
    }

    String[] command(String... more) {
        return server.command(more);
    }

    void awaitReady() {
        server.awaitHealth("/health/ready", 200, Await.LIMIT);
    }

    /** Up, whatever it waits for. */
    void awaitLive() {
        server.awaitHealth("/health/live", 200, Await.LIMIT);
    }

    /** Waits until readiness is refused for a reason that contains the text; returns that answer. */
    Answer awaitRefusal(String check, String reason) throws Exception {
        Answer[] last = new Answer[1];
        Await.until(() -> check + " down because of '" + reason + "', but: " + last[0] + "\n" + server.logEnd(), () -> {
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
        server.stop();
    }

    void kill() throws InterruptedException {
        server.kill();
    }

    @Override
    public void close() {
        server.close();
    }

    Command shell(String... words) {
        List<String> all = new ArrayList<>();
        all.add(distribution.resolve("bin/smartems-shell").toString());
        all.addAll(List.of("--home", home().toString()));
        all.addAll(Arrays.asList(words));
        return Command.run(all.toArray(String[]::new));
    }

    Http https() {
        return Http.overTls(ports().https());
    }

    Http devices() {
        return Http.overTls(ports().devices());
    }

    Http http() {
        return Http.plain(ports().http());
    }

    Ports ports() {
        return server.ports();
    }

    Process process() {
        return server.process();
    }

    Path home() {
        return server.home();
    }

    EmbeddedDatabase database() {
        return server.database();
    }

    Path etc(String file) {
        return home().resolve("etc").resolve(file);
    }

    Path data(String file) {
        return home().resolve("data").resolve(file);
    }

    Path passwordFile() {
        return data("initial-admin-password");
    }

    String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    String log() throws IOException {
        return server.log();
    }
}
