// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.platform.file.UploadRefused;
import org.smartems.platform.file.UploadRefused.Reason;

/**
 * The bytes of uploads, each in a file that is named by the id of its row. Whoever works on one holds it: within this
 * node by name, among the nodes by a lock of the file, which ends with the process.
 */
@Component(service = UploadFiles.class)
public final class UploadFiles {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path directory;
    private final Opening opening;
    /**
     * Ids of files that are open. The lock of the file does not do within a process: closing any channel of a file
     * gives up all locks that the process has on it.
     */
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    /** Opens a file for reading and writing. */
    @FunctionalInterface
    interface Opening {
        FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException;
    }

    @Activate
    public UploadFiles(@Reference FileDirectory directory) throws IOException {
        this(directory.path(), FileChannel::open);
    }

    UploadFiles(Path parent, Opening opening) throws IOException {
        this.directory = parent.resolve("uploads");
        this.opening = opening;
        FileDirectory.prepare(parent);
        FileDirectory.prepare(directory);
    }

    /**
     * A file that only its holder works on.
     *
     * @param channel for reading and writing
     * @param release ends the hold
     */
    record Held(Path path, FileChannel channel, Runnable release) implements Closeable {

        @Override
        public void close() throws IOException {
            try (channel) {
                release.run();
            }
        }
    }

    Path directory() {
        return directory;
    }

    Path path(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("no id: " + id);
        }
        return directory.resolve(id);
    }

    /** Makes an empty file. */
    Held create(String id) throws IOException {
        Files.createFile(path(id), PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Held file = hold(id);
        FileDirectory.sync(directory);
        return file;
    }

    /** Refused when somebody else holds it, or when it is gone. */
    Held hold(String id) throws IOException {
        try {
            Held file = hold(id, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
            if (Files.exists(file.path())) {
                return file;
            }
            file.close();
        } catch (NoSuchFileException e) {
            throw gone(e);
        }
        throw gone(null);
    }

    private static UploadRefused gone(NoSuchFileException cause) {
        UploadRefused refusal = new UploadRefused(Reason.NOT_FOUND, "There is no such upload");
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }

    private Held hold(String id, Set<? extends OpenOption> options) throws IOException {
        Path path = path(id);
        if (!held.add(id)) {
            throw locked();
        }
        FileChannel channel = null;
        try {
            channel = opening.open(path, options);
            if (DirectoryFileStore.isLocked(channel)) {
                FileChannel opened = channel;
                channel = null;
                return new Held(path, opened, () -> held.remove(id));
            }
            throw locked();
        } catch (IOException | RuntimeException e) {
            held.remove(id);
            if (channel != null) {
                channel.close();
            }
            throw e;
        }
    }

    private static UploadRefused locked() {
        return new UploadRefused(Reason.LOCKED, "Another request is working on this upload");
    }

    void delete(String id) throws IOException {
        Files.deleteIfExists(path(id));
    }

    /** Bytes that there is room for. */
    long room() throws IOException {
        return Files.getFileStore(directory).getUsableSpace();
    }

    /** Ids of files that nothing was written to since. */
    List<String> idleSince(Instant moment) throws IOException {
        List<String> ids = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (ID.matcher(name).matches() && isOlder(file, moment)) {
                    ids.add(name);
                }
            }
        }
        return ids;
    }

    private static boolean isOlder(Path file, Instant moment) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
