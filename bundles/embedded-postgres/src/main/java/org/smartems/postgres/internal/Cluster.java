// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data directory: made when absent, refused when of another version, and the command that serves it. */
final class Cluster {

    static final String SUPERUSER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final String ACCESS = "host all all 127.0.0.1/32 scram-sha-256\n";
    private static final int END_SECONDS = 10;

    private final Home home;
    private final Path bin;
    private final RunAs runAs;

    Cluster(Home home, Path bin, RunAs runAs) {
        this.home = home;
        this.bin = bin;
        this.runAs = runAs;
    }

    void prepare(String major) throws IOException, InterruptedException, StartFailure {
        if (Files.exists(home.data())) {
            check(major);
            runAs.own(home.data());
        } else {
            initialize();
        }
        writeAccess();
    }

    private void check(String major) throws IOException, StartFailure {
        Path file = home.data().resolve("PG_VERSION");
        if (Files.notExists(file)) {
            throw StartFailure.refused(
                    "the data directory of the database holds something else",
                    home.data() + " has no PG_VERSION: move it away, or restore it from a backup");
        }
        String found = Files.readString(file).trim();
        if (!found.equals(major)) {
            throw StartFailure.refused(
                    "the data directory is of PostgreSQL " + found + ", this version runs " + major
                            + ": start the version of Smart EMS that made it, make a backup there, move the data"
                            + " directory away, start this version and restore the backup",
                    home.data() + " was left as it is");
        }
        if (!Files.exists(home.superuserPassword())) {
            throw StartFailure.passing(
                    "the password file of the database is missing", "restore " + home.superuserPassword());
        }
    }

    private void initialize() throws IOException, InterruptedException, StartFailure {
        LOG.info("making a data directory in {}", home.data());
        Path unfinished = home.unfinishedData();
        Trees.delete(unfinished);
        Files.createDirectory(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        runAs.own(unfinished);
        Home.writeSecret(home.handedPassword(), Home.password(home.superuserPassword()));
        try {
            runAs.own(home.handedPassword());
            runInitdb(unfinished);
        } finally {
            Files.deleteIfExists(home.handedPassword());
        }
        Files.move(unfinished, home.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void runInitdb(Path unfinished) throws IOException, InterruptedException, StartFailure {
        List<String> program = new ArrayList<>();
        program.addAll(List.of(bin.resolve("initdb").toString(), "-D", unfinished.toString(), "-U", SUPERUSER));
        program.addAll(List.of("--pwfile=" + home.handedPassword(), "-A", "scram-sha-256"));
        program.addAll(List.of("-E", "UTF8", "--locale=C", "--data-checksums", "--no-instructions"));
        Process process = Exec.builder(runAs.command(program))
                .redirectOutput(home.initLog().toFile())
                .start();
        int code;
        try {
            code = process.waitFor();
        } catch (InterruptedException e) {
            end(process);
            throw e;
        }
        if (code != 0) {
            String output = Files.readString(home.initLog()).trim();
            throw StartFailure.passing(
                    Diagnosis.reason(output, "the data directory of the database cannot be made"),
                    "initdb ended with " + code + ": " + output);
        }
    }

    /** Interrupted, initdb removes what it has made; killed, it would leave a child writing. */
    private static void end(Process initdb) throws IOException, InterruptedException {
        Exec.signal("INT", initdb.pid());
        if (!initdb.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            initdb.destroyForcibly();
        }
    }

    /** Outside the data directory, so that the server cannot change who may log in. */
    private void writeAccess() throws IOException {
        Files.writeString(home.access(), ACCESS);
        Files.setPosixFilePermissions(home.access(), PosixFilePermissions.fromString("rw-r--r--"));
    }

    /** The settings are arguments: they hold whatever a file in the data directory says. */
    ProcessBuilder server(Settings settings) {
        List<String> program = new ArrayList<>();
        program.addAll(
                List.of(bin.resolve("postgres").toString(), "-D", home.data().toString()));
        program.addAll(List.of("-p", Integer.toString(settings.port())));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "hba_file=" + home.access(),
                "max_connections=" + settings.maxConnections(),
                "password_encryption=scram-sha-256",
                "logging_collector=off",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on")) {
            program.addAll(List.of("-c", setting));
        }
        File log = home.log().toFile();
        return Exec.builder(runAs.command(program)).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    }
}
