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
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The file that holds the master key: base64, one line, for the owner alone. */
final class MasterKeyFile {

    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path file;

    MasterKeyFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    Path path() {
        return file;
    }

    /** The key, or empty when there is no file. */
    Optional<MasterKey> read() throws KeyRefused {
        try {
            refuseWhenShared();
            return Optional.of(parsed(new String(Files.readAllBytes(file), StandardCharsets.US_ASCII)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new KeyRefused("the master key file cannot be read", file + ": " + e, e);
        }
    }

    /** Makes a new key; a file that somebody else has made at the same time wins. */
    MasterKey create() throws KeyRefused {
        byte[] material = new byte[MasterKey.BYTES];
        new SecureRandom().nextBytes(material);
        String line = Base64.getEncoder().encodeToString(material) + "\n";
        try {
            Path complete = Files.createTempFile(file.getParent(), ".master", ".key", ownerOnly());
            try {
                write(complete, line);
                appear(complete);
            } finally {
                Files.deleteIfExists(complete);
            }
        } catch (IOException e) {
            throw new KeyRefused("the master key file cannot be created", file + ": " + e, e);
        }
        return read().orElseThrow(() -> new KeyRefused("the master key file has vanished", file.toString()));
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)} : new FileAttribute<?>[0];
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
    private void appear(Path complete) throws IOException {
        try {
            Files.createLink(file, complete);
        } catch (FileAlreadyExistsException ignored) {
            // made by another node at the same time: that one is used
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.move(complete, file); // no links here; refuses to replace a file as well
        }
    }

    private void refuseWhenShared() throws IOException, KeyRefused {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> present = Files.getPosixFilePermissions(file);
        if (present.stream().anyMatch(permission -> !permission.name().startsWith("OWNER_"))) {
            String mode = PosixFilePermissions.toString(present);
            String advice = "its mode is " + mode + "; run: chmod 600 " + file;
            throw new KeyRefused("the master key file can be used by other accounts", advice);
        }
    }

    private MasterKey parsed(String text) throws KeyRefused {
        try {
            return new MasterKey(Base64.getDecoder().decode(text.strip()));
        } catch (IllegalArgumentException e) {
            String advice = file + " must hold one line, the base64 text of 32 bytes; restore it from a backup";
            throw new KeyRefused("the master key file is malformed", advice);
        }
    }
}
