// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.platform.file.FileStore;
import org.smartems.platform.file.StoredFile;

/** A directory with a file for each content, named by its checksum. A name never comes from a client. */
@Component
public final class DirectoryFileStore implements FileStore {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryFileStore.class);
    private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{64}");
    private static final String UNFINISHED = ".part";
    private static final int BUFFER = 64 << 10;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final Pattern NO_ROOM = Pattern.compile("(?i).*(no space left|quota exceeded).*");

    private final Path directory;
    private final Opening opening;

    /** Opens a new file for writing. */
    @FunctionalInterface
    interface Opening {
        FileChannel open(Path part) throws IOException;
    }

    @Activate
    public DirectoryFileStore() throws IOException {
        this(
                Path.of(System.getProperty("karaf.data"), "files"),
                part -> FileChannel.open(part, StandardOpenOption.WRITE));
    }

    DirectoryFileStore(Path directory, Opening opening) throws IOException {
        this.directory = directory;
        this.opening = opening;
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.setPosixFilePermissions(directory, OWNER_ONLY);
        removeAbandoned();
    }

    @Override
    public StoredFile store(InputStream content) throws IOException {
        try (Part part = newPart()) {
            StoredFile stored = write(content, part.channel());
            Files.move(part.path(), file(stored.sha256()), StandardCopyOption.ATOMIC_MOVE);
            syncDirectory();
            return stored;
        } catch (DiskFailure failure) {
            throw isFull(failure.cause) ? new FullException(failure.cause) : failure.cause;
        }
    }

    @Override
    public FileChannel open(String sha256) throws IOException {
        return FileChannel.open(file(sha256), StandardOpenOption.READ);
    }

    @Override
    public void delete(String sha256) throws IOException {
        Files.deleteIfExists(file(sha256));
    }

    private Path file(String sha256) throws IOException {
        if (!CHECKSUM.matcher(sha256).matches()) {
            throw new NoSuchFileException("no checksum: " + sha256);
        }
        return directory.resolve(sha256);
    }

    /** A file that is being written is locked: whoever starts meanwhile, maybe another node, leaves it alone. */
    private record Part(Path path, FileChannel channel) implements Closeable {

        @Override
        public void close() throws IOException {
            try (channel) {
                Files.deleteIfExists(path);
            }
        }
    }

    private Part newPart() throws DiskFailure {
        try {
            while (true) {
                Part part = opened(Files.createTempFile(directory, "", UNFINISHED));
                if (isLocked(part.channel()) && Files.exists(part.path())) {
                    return part;
                }
                // somebody who has just started took it for abandoned
                part.close();
            }
        } catch (IOException e) {
            throw new DiskFailure(e);
        }
    }

    private Part opened(Path path) throws IOException {
        try {
            return new Part(path, opening.open(path));
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static StoredFile write(InputStream content, FileChannel out) throws IOException, DiskFailure {
        MessageDigest sha256 = digest("SHA-256");
        MessageDigest md5 = digest("MD5");
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            sha256.update(buffer, 0, read);
            md5.update(buffer, 0, read);
            writeAll(out, ByteBuffer.wrap(buffer, 0, read));
            size += read;
        }
        sync(out);
        HexFormat hex = HexFormat.of();
        return new StoredFile(hex.formatHex(sha256.digest()), hex.formatHex(md5.digest()), size);
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes) throws DiskFailure {
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new DiskFailure(e);
        }
    }

    private static void sync(FileChannel out) throws DiskFailure {
        try {
            out.force(true);
        } catch (IOException e) {
            throw new DiskFailure(e);
        }
    }

    /** Without it the name of a file could be lost with the power. */
    private void syncDirectory() throws IOException {
        try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }

    private boolean isFull(IOException failure) throws IOException {
        return failure.getMessage() != null
                        && NO_ROOM.matcher(failure.getMessage()).matches()
                || Files.getFileStore(directory).getUsableSpace() < BUFFER;
    }

    private void removeAbandoned() throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(directory, "*" + UNFINISHED)) {
            for (Path part : parts) {
                removeIfAbandoned(part);
            }
        }
    }

    private static void removeIfAbandoned(Path part) {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            if (isLocked(channel)) {
                LOG.info("Removing {}, which was never finished", part);
                Files.deleteIfExists(part);
            }
        } catch (NoSuchFileException e) {
            LOG.debug("{} is gone meanwhile", part, e);
        } catch (IOException e) {
            LOG.warn("{} was perhaps never finished and cannot be removed", part, e);
        }
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells a failure of the disk from one of the client that sends the content. */
    private static final class DiskFailure extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient IOException cause;

        private DiskFailure(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
