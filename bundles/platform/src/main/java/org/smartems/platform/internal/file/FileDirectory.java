// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** The directory that the nodes share, and what the installer set for it. */
@Component(service = FileDirectory.class, configurationPid = FilesConfiguration.PID)
@Designate(ocd = FilesConfiguration.class)
public final class FileDirectory {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path path;
    private final FilesConfiguration configuration;

    @Activate
    public FileDirectory(FilesConfiguration configuration) throws IOException {
        this.configuration = configuration;
        this.path = configuration.directory().isBlank()
                ? Path.of(System.getProperty("karaf.data"), "files")
                : Path.of(configuration.directory().strip());
        prepare(path);
    }

    Path path() {
        return path;
    }

    FilesConfiguration configuration() {
        return configuration;
    }

    static void prepare(Path directory) throws IOException {
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.setPosixFilePermissions(directory, OWNER_ONLY);
    }

    /** Without it the name of a file could be lost with the power. */
    static void sync(Path directory) throws IOException {
        try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }
}
