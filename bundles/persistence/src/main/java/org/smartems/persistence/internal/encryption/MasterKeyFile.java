// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.encryption;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The file that holds the master key: base64, one line, for the owner alone. Former and coming keys are in files beside
 * it that end with their fingerprints.
 */
final class MasterKeyFile {

    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final String FINGERPRINT = "[0-9a-f]{16}";

    private final Path file;

    MasterKeyFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    Path path() {
        return file;
    }

    /** Where the key of a fingerprint is while it is not in the file itself. */
    Path beside(String fingerprint) {
        return file.resolveSibling(file.getFileName() + "." + fingerprint);
    }

    /** The key, or empty when there is no file. */
    Optional<MasterKey> read() throws KeyRefused {
        return read(file);
    }

    /** The key of this fingerprint out of its file beside, or empty when there is none. */
    Optional<MasterKey> readBeside(String fingerprint) throws KeyRefused {
        if (!fingerprint.matches(FINGERPRINT)) {
            return Optional.empty();
        }
        Optional<MasterKey> found = read(beside(fingerprint));
        if (found.isPresent() && !found.get().fingerprint().equals(fingerprint)) {
            throw new KeyRefused(
                    "the master key file of fingerprint " + fingerprint + " holds the key of another one",
                    beside(fingerprint) + " holds " + found.get().fingerprint());
        }
        return found;
    }

    /** The fingerprints in the names of the files beside, in their order. */
    List<String> fingerprintsBeside() {
        String start = file.getFileName() + ".";
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith(start))
                    .map(name -> name.substring(start.length()))
                    .filter(name -> name.matches(FINGERPRINT))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Makes a new key; a file that somebody else has made at the same time wins. */
    MasterKey create() throws KeyRefused {
        store(MasterKey.random(), file);
        return read().orElseThrow(() -> new KeyRefused("the master key file has vanished", file.toString()));
    }

    /** Makes a new key in a file beside. */
    MasterKey createBeside() throws KeyRefused {
        MasterKey made = MasterKey.random();
        store(made, beside(made.fingerprint()));
        return made;
    }

    /**
     * Puts the key of a file beside into the file, and the former one beside. Whenever this is cut off, both keys are
     * in files of their names.
     */
    void promote(String fingerprint) throws KeyRefused {
        Optional<MasterKey> former = read();
        if (former.isPresent()) {
            keep(former.get());
        }
        try {
            Files.move(beside(fingerprint), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            persistNames();
        } catch (IOException e) {
            throw new KeyRefused("the master key file cannot be replaced", file + ": " + e, e);
        }
    }

    /** Whatever had that name before: it must hold the key before the file loses it. */
    private void keep(MasterKey former) throws KeyRefused {
        Path kept = beside(former.fingerprint());
        store(former, kept);
        if (read(kept)
                .filter(key -> key.fingerprint().equals(former.fingerprint()))
                .isEmpty()) {
            throw new KeyRefused("the former master key is not in its file", kept.toString());
        }
    }

    private static Optional<MasterKey> read(Path path) throws KeyRefused {
        try {
            refuseWhenShared(path);
            return Optional.of(parsed(path, new String(Files.readAllBytes(path), StandardCharsets.US_ASCII)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new KeyRefused("the master key file cannot be read", path + ": " + e, e);
        }
    }

    private void store(MasterKey key, Path target) throws KeyRefused {
        try {
            Path complete = Files.createTempFile(file.getParent(), ".master", ".key", ownerOnly());
            try {
                write(complete, key.line());
                appear(complete, target);
                persistNames();
            } finally {
                Files.deleteIfExists(complete);
            }
        } catch (IOException e) {
            throw new KeyRefused("the master key file cannot be created", target + ": " + e, e);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return isPosix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void write(Path target, String line) throws IOException {
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** A link never replaces a file, and the file is complete from the moment it can be seen. */
    private static void appear(Path complete, Path target) throws IOException {
        try {
            Files.createLink(target, complete);
        } catch (FileAlreadyExistsException ignored) {
            // made by another node at the same time, or kept before: that one is used
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.move(complete, target); // no links here; refuses to replace a file as well
        }
    }

    /** Without it the database could name a key whose file a power failure has taken back. */
    private void persistNames() throws IOException {
        if (isPosix(file)) {
            try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    private static void refuseWhenShared(Path path) throws IOException, KeyRefused {
        if (!isPosix(path)) {
            return;
        }
        Set<PosixFilePermission> present = Files.getPosixFilePermissions(path);
        if (present.stream().anyMatch(permission -> !permission.name().startsWith("OWNER_"))) {
            String mode = PosixFilePermissions.toString(present);
            String advice = "its mode is " + mode + "; run: chmod 600 " + path;
            throw new KeyRefused("the master key file can be used by other accounts", advice);
        }
    }

    private static MasterKey parsed(Path path, String text) throws KeyRefused {
        try {
            return new MasterKey(Base64.getDecoder().decode(text.strip()));
        } catch (IllegalArgumentException e) {
            String advice = path + " must hold one line, the base64 text of 32 bytes; restore it from a backup";
            throw new KeyRefused("the master key file is malformed", advice);
        }
    }
}
