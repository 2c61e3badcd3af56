// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.platform.file.FileStore;
import org.smartems.platform.file.StoredFile;

/** A directory with a file for each content, named by its checksum. A name never comes from a client. */
@Component(service = {FileStore.class, DirectoryFileStore.class})
public final class DirectoryFileStore implements FileStore {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryFileStore.class);
    private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{64}");
    private static final String UNFINISHED = ".part";
    private static final int BUFFER = 64 << 10;

    private final Path directory;
    private final Opening opening;

    /** Opens a new file for writing. */
    @FunctionalInterface
    interface Opening {
        FileChannel open(Path part) throws IOException;
    }

    @Activate
    public DirectoryFileStore(@Reference FileDirectory directory) throws IOException {
        this(directory.path(), part -> FileChannel.open(part, StandardOpenOption.WRITE));
    }

    DirectoryFileStore(Path directory, Opening opening) throws IOException {
        this.directory = directory;
        this.opening = opening;
        FileDirectory.prepare(directory);
        removeAbandoned();
    }

    @Override
    public StoredFile store(InputStream content) throws IOException {
        try (Part part = newPart()) {
            StoredFile stored = write(content, part.channel());
            Files.move(part.path(), file(stored.sha256()), StandardCopyOption.ATOMIC_MOVE);
            FileDirectory.sync(directory);
            return stored;
        } catch (DiskFailure failure) {
            throw failure.isFull(directory) ? new FullException(failure.failure()) : failure.failure();
        }
    }

    /**
     * Keeps a file of this file system whose checksum is known and whose bytes never change, without reading it. The
     * file itself stays where it is.
     */
    void adopt(Path file, StoredFile known) throws IOException {
        try {
            Files.createLink(file(known.sha256()), file);
            FileDirectory.sync(directory);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("{} is kept already", known.sha256(), e);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            LOG.debug("This file system has no links", e);
            copy(file, known);
        }
    }

    private void copy(Path file, StoredFile known) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            if (!store(content).equals(known)) {
                throw new IOException("the file has changed since it was hashed");
            }
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

    static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static StoredFile write(InputStream content, FileChannel out) throws IOException, DiskFailure {
        Hashes hashes = new Hashes();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            hashes.update(buffer, read);
            DiskFailure.write(out, ByteBuffer.wrap(buffer, 0, read));
            size += read;
        }
        DiskFailure.sync(out);
        return hashes.result(size);
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
}
