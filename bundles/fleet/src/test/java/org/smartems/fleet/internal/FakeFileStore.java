// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.smartems.platform.file.FileStore;
import org.smartems.platform.file.StoredFile;

/** Files in memory; an open one is a temporary file. */
public final class FakeFileStore implements FileStore {

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    /** The checksums of what is kept. */
    public Set<String> kept() {
        return files.keySet();
    }

    @Override
    public StoredFile store(InputStream content) throws IOException {
        byte[] bytes = content.readAllBytes();
        String sha256 = digest("SHA-256", bytes);
        files.put(sha256, bytes);
        return new StoredFile(sha256, digest("MD5", bytes), bytes.length);
    }

    @Override
    public FileChannel open(String sha256) throws IOException {
        byte[] bytes = files.get(sha256);
        if (bytes == null) {
            throw new NoSuchFileException(sha256);
        }
        Path copy = Files.write(Files.createTempFile("firmware", ".bin"), bytes);
        return FileChannel.open(copy, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
    }

    @Override
    public void delete(String sha256) {
        files.remove(sha256);
    }

    private static String digest(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
