// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The files of a server.
 *
 * <p>The server may write below {@link #data()} only, and nothing of ours is written there once it has run: a file of
 * its user could be a link to one of root's.
 */
record Home(Path directory) {

    private static final long LOG_LIMIT = 10 << 20;
    private static final int PASSWORD_BYTES = 24;

    /** Makes the directory; others may pass through to what they own, but not look around. */
    static Home open(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
        }
        return new Home(directory.toRealPath());
    }

    Path data() {
        return directory.resolve("data");
    }

    Path unfinishedData() {
        return directory.resolve("data.init");
    }

    Path lock() {
        return directory.resolve("lock");
    }

    Path log() {
        return directory.resolve("postgres.log");
    }

    Path initLog() {
        return directory.resolve("initdb.log");
    }

    Path access() {
        return directory.resolve("pg_hba.conf");
    }

    Path handedPassword() {
        return directory.resolve("initdb.password");
    }

    Path ownerPassword() {
        return directory.resolve("password");
    }

    Path superuserPassword() {
        return directory.resolve("superuser.password");
    }

    /** Reads a password; makes a new one when there is none. */
    static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            Path part = file.resolveSibling(file.getFileName() + ".part");
            writeSecret(part, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).trim();
    }

    static void writeSecret(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    /** Keeps one older log; emptied in place, because the server goes on appending to the same file. */
    void limitLog() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LOG_LIMIT) {
            Files.copy(log(), directory.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
            Files.write(log(), new byte[0]);
        }
    }
}
