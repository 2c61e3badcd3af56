// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.platform.file.StoredFile;

/** A directory with a file for each content, named by its checksum. A name never comes from a client. */
@Component
public final class DirectoryFileStore implements org.smartems.platform.file.FileStore {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryFileStore.class);
    private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{64}");
    private static final String UNFINISHED = ".part";
    private static final int BUFFER = 64 << 10;
    /** A node that shares the directory may be writing it. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path directory;

    @Activate
    public DirectoryFileStore() throws IOException {
        this(Path.of(System.getProperty("karaf.data"), "files"));
    }

    DirectoryFileStore(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        removeAbandoned();
    }

    @Override
    public StoredFile store(InputStream content) throws IOException {
        Path part = Files.createTempFile(directory, "", UNFINISHED);
        try {
            StoredFile stored = write(content, part);
            Files.move(part, file(stored.sha256()), StandardCopyOption.ATOMIC_MOVE);
            syncDirectory();
            return stored;
        } catch (DiskFailure failure) {
            throw isFull() ? new FullException(failure.cause) : failure.cause;
        } finally {
            Files.deleteIfExists(part);
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

    private static StoredFile write(InputStream content, Path part) throws IOException, DiskFailure {
        MessageDigest sha256 = digest("SHA-256");
        MessageDigest md5 = digest("MD5");
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                sha256.update(buffer, 0, read);
                md5.update(buffer, 0, read);
                writeAll(out, ByteBuffer.wrap(buffer, 0, read));
                size += read;
            }
            sync(out);
        }
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

    private boolean isFull() throws IOException {
        FileStore disk = Files.getFileStore(directory);
        return disk.getUsableSpace() < BUFFER;
    }

    private void removeAbandoned() throws IOException {
        Instant limit = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(directory, "*" + UNFINISHED)) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(limit)) {
                    LOG.info("Removing {}, which was never finished", part);
                    Files.deleteIfExists(part);
                }
            }
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
