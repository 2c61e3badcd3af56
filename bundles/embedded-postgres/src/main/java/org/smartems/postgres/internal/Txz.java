// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.tukaani.xz.XZInputStream;

/** The little of tar that the archives use: files, directories and symbolic links, with short names. */
final class Txz {

    private static final int BLOCK = 512;

    private final InputStream in;
    private final Path root;
    private final byte[] header = new byte[BLOCK];

    private Txz(InputStream in, Path root) {
        this.in = in;
        this.root = root;
    }

    /** Unpacks into a directory that is made for it. */
    static void unpack(InputStream txz, Path to) throws IOException {
        Files.createDirectory(to);
        passable(to);
        try (InputStream in = new BufferedInputStream(new XZInputStream(txz), 1 << 16)) {
            new Txz(in, to.toRealPath()).entries();
        }
    }

    private void entries() throws IOException {
        while (in.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
            entry();
        }
    }

    private void entry() throws IOException {
        String name = name();
        Path path = root.resolve(name).normalize();
        if (!path.startsWith(root)) {
            throw outside(name);
        }
        if (path.equals(root)) {
            return;
        }
        directory(path.getParent(), name);
        switch (header[156]) {
            case '5' -> directory(path, name);
            case '2' -> link(path);
            case '0', 0 -> file(path);
            default -> throw new IOException("entry of unknown type " + (char) header[156] + ": " + name);
        }
    }

    /** Compares real paths too: an earlier entry may have made a link that leads out. */
    private void directory(Path path, String name) throws IOException {
        Path existing = path;
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (!existing.toRealPath().startsWith(root)) {
            throw outside(name);
        }
        Files.createDirectories(path);
        for (Path made = path; !made.equals(existing); made = made.getParent()) {
            passable(made);
        }
    }

    private void link(Path path) throws IOException {
        String target = text(157, 100);
        if (!path.getParent().resolve(target).normalize().startsWith(root)) {
            throw outside(target);
        }
        Files.createSymbolicLink(path, Path.of(target));
    }

    private void file(Path path) throws IOException {
        long size = octal(124, 12);
        boolean program = (octal(100, 8) & 0111) != 0;
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)) {
            copy(size, out);
        }
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private void copy(long size, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = size;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException("the archive is cut off");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    /** The umask of this process must not lock out the user under whom the server runs. */
    private static void passable(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String name() {
        String name = text(0, 100);
        // Only POSIX ustar has a prefix there, GNU tar keeps times in that place.
        boolean posix = text(257, 8).equals("ustar") && header[263] == '0';
        String prefix = posix ? text(345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private String text(int offset, int length) {
        int end = offset;
        while (end < offset + length && header[end] != 0) {
            end++;
        }
        return new String(header, offset, end - offset, StandardCharsets.UTF_8);
    }

    private long octal(int offset, int length) {
        String digits = text(offset, length).trim();
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }

    private static IOException outside(String name) {
        return new IOException("the archive has an entry outside its directory: " + name);
    }
}
