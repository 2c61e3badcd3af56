// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file from which the installer takes the first administrator's password; gone once it has been changed. */
@Component(service = InitialPasswordFile.class)
public final class InitialPasswordFile {

    static final String USERNAME = "admin";
    private static final Logger LOG = LoggerFactory.getLogger(InitialPasswordFile.class);

    private final Path file;

    @Activate
    public InitialPasswordFile() {
        this(Path.of(System.getProperty("karaf.data", ".")).resolve("initial-admin-password"));
    }

    InitialPasswordFile(Path file) {
        this.file = file;
    }

    void write(String password) throws IOException {
        Path temporary = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                file.getFileName().toString(),
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(temporary, password + "\n", StandardCharsets.UTF_8);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    Optional<String> read() throws IOException {
        return Files.exists(file)
                ? Optional.of(Files.readString(file, StandardCharsets.UTF_8).trim())
                : Optional.empty();
    }

    /** Removes the file when the password it holds is no longer the user's. */
    void discard(String username) {
        if (!USERNAME.equals(username)) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The file {} holds a password that is no longer valid and could not be removed", file, e);
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
