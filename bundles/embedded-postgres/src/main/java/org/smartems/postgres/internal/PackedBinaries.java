// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The programs packed into this bundle, unpacked into a directory that carries their version. */
public final class PackedBinaries implements Binaries {

    private static final String PREFIX = "pgsql-";

    private final String version = version();

    @Override
    public Path install(Path directory) throws IOException, StartFailure, InterruptedException {
        Path home = directory.resolve(PREFIX + version);
        if (!Files.exists(home)) {
            unpack(directory.resolve(PREFIX + version + ".part"), home);
        }
        return home.resolve("bin");
    }

    private static void unpack(Path part, Path home) throws IOException, StartFailure, InterruptedException {
        Trees.delete(part);
        try (InputStream archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"))) {
            Txz.unpack(archive, part);
        }
        // The rename must not reach the disk before the files do: after a power failure they would be empty for ever.
        Exec.run(List.of("sync", "-f", part.toString()));
        Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
    }

    static InputStream archive(String system, String architecture) throws StartFailure {
        String name = "Linux".equals(system) ? archiveName(architecture) : null;
        InputStream archive = name == null ? null : PackedBinaries.class.getResourceAsStream("/postgres/" + name);
        if (archive == null) {
            throw StartFailure.refused(
                    "there is no embedded PostgreSQL for this platform: configure an external database",
                    system + " " + architecture);
        }
        return archive;
    }

    private static String archiveName(String architecture) {
        return switch (architecture) {
            case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
            case "aarch64", "arm64" -> "postgres-linux-arm_64.txz";
            default -> null;
        };
    }

    @Override
    public String major() {
        return version.substring(0, version.indexOf('.'));
    }

    @Override
    public void tidy(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> old = entries.filter(this::isOther).toList();
            for (Path path : old) {
                Trees.delete(path);
            }
        }
    }

    private boolean isOther(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(PREFIX) && !name.equals(PREFIX + version);
    }

    private static String version() {
        try (InputStream in = PackedBinaries.class.getResourceAsStream("/postgres/version")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
