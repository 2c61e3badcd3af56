// SPDX-License-Identifier: Apache-2.0
package org.smartems.console.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of the console in this bundle, kept in memory once they were asked for; thread-safe. */
final class StaticFiles {

    /** A dot only inside a name, so neither a step up nor a hidden file; and no folder, whose names have no dot. */
    private static final Pattern PATH = Pattern.compile("(?:[\\w-]+/)*[\\w-]+(?:[.-][\\w-]+)*\\.\\w+");

    private final String root;
    private final ClassLoader loader;
    private final Map<String, StaticFile> files = new ConcurrentHashMap<>();

    StaticFiles(ClassLoader loader, String root) {
        this.loader = loader;
        this.root = root;
    }

    Optional<StaticFile> find(String path) {
        StaticFile known = files.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        if (!PATH.matcher(path).matches()) {
            return Optional.empty();
        }
        // only what exists is kept, so asking for nonsense costs no memory
        return read(path).map(content -> files.computeIfAbsent(path, name -> StaticFile.of(name, content)));
    }

    private Optional<byte[]> read(String path) {
        try (InputStream in = loader.getResourceAsStream(root + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
