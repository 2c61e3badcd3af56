// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The archive that the build made, unpacked once in each run. */
final class Distribution {

    static final Path TARGET = Path.of("target").toAbsolutePath();

    private static Path unpacked;

    private Distribution() {}

    static synchronized Path directory() {
        if (unpacked == null) {
            try {
                unpacked = unpack();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return unpacked;
    }

    /** A bundle of the product, such as {@code fleet}. */
    static Path bundle(String name) throws IOException {
        Path versions = directory().resolve("system/org/smartems").resolve(name);
        try (Stream<Path> files = Files.walk(versions)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static Path archive() throws IOException {
        Path directory = Path.of(System.getProperty("archive.directory", "../assembly/target"));
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(directory, "smartems-*.tar.gz")) {
            archives.forEach(found::add);
        }
        if (found.size() != 1) {
            throw new IOException("one archive smartems-*.tar.gz is needed in " + directory + ", there are " + found);
        }
        return found.get(0).toAbsolutePath().normalize();
    }

    private static Path unpack() throws IOException {
        Path dist = TARGET.resolve("dist");
        delete(dist);
        Files.createDirectories(dist);
        Command.run("tar", "xzf", archive().toString(), "-C", dist.toString(), "--strip-components=1")
                .requireSuccess();
        return dist;
    }

    static void delete(Path tree) throws IOException {
        Command.run("rm", "-rf", tree.toString()).requireSuccess();
    }
}
