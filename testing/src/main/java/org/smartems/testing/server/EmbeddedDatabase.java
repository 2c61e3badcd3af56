// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database server that comes along with a server: its tables past the server, and its processes.
 *
 * @param home of the server
 * @param port that it listens on
 */
public record EmbeddedDatabase(Path home, int port) {

    /**
     * Connections as the server has them.
     *
     * @return without a pool
     * @throws IOException when the server has not made the password yet
     */
    public PGSimpleDataSource source() throws IOException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://127.0.0.1:" + port + "/smartems");
        source.setUser("smartems");
        source.setPassword(
                Files.readString(home.resolve("data/postgres/password")).strip());
        return source;
    }

    /**
     * The process that the others are children of.
     *
     * @return its id, also when it has ended
     * @throws IOException when there is none, or it is just starting
     */
    public long postmaster() throws IOException {
        List<String> lines = Files.readAllLines(home.resolve("data/postgres/data/postmaster.pid"));
        try {
            return Long.parseLong(lines.get(0).trim());
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new IOException("postmaster.pid is just being written", e);
        }
    }

    /**
     * Kills the whole of it without a word: the others notice that their parent is gone.
     *
     * @throws IOException when it does not run
     */
    public void kill() throws IOException {
        process(postmaster()).destroyForcibly();
    }

    /**
     * Its processes that serve a connection.
     *
     * @return those of now
     * @throws IOException when it does not run
     */
    public List<ProcessHandle> backends() throws IOException {
        return process(postmaster())
                .children()
                .filter(EmbeddedDatabase::isBackend)
                .toList();
    }

    private static ProcessHandle process(long id) throws IOException {
        return ProcessHandle.of(id).orElseThrow(() -> new IOException("the database server has ended"));
    }

    /** Its title, such as {@code postgres: smartems smartems 127.0.0.1(40112) idle}. */
    private static boolean isBackend(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .startsWith("postgres: smartems ");
        } catch (IOException ended) {
            return false;
        }
    }
}
