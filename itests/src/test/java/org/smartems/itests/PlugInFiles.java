// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * The example of a device family in each form in which a plug-in comes, in two versions.
 *
 * @param jar of version 1.0.0
 * @param newer the same of version 1.1.0
 * @param foreign built for another core than this one
 * @param features the feature {@code brook}
 * @param archive the feature with its bundle
 */
record PlugInFiles(Path jar, Path newer, Path foreign, Path features, Path archive) {

    private static final Path BUILT = Path.of("../examples/procedure-example/target/procedure-example-1.0.0.jar");
    private static final String IN_ARCHIVE =
            "repository/org/example/procedure-example/1.0.0/procedure-example-1.0.0.jar";
    private static final String FEATURES =
            """
            <features name="brook" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
              <feature name="%s" version="1.0.0"><bundle>%s</bundle></feature>
            </features>
            """;

    static PlugInFiles in(Path directory) throws IOException {
        Path newer = directory.resolve("procedure-example-1.1.0.jar");
        Path features = directory.resolve("features.xml");
        Path archive = directory.resolve("brook.kar");
        write(newer, Map.of("Bundle-Version", "1.1.0"));
        Path foreign = directory.resolve("procedure-foreign.jar");
        write(
                foreign,
                Map.of(
                        "Bundle-SymbolicName", "procedure-foreign",
                        "Import-Package", "org.smartems.spi.procedure;version=\"[99,100)\""));
        Files.writeString(features, FEATURES.formatted("brook", BUILT.toUri()));
        writeArchive(archive);
        return new PlugInFiles(BUILT, newer, foreign, features, archive);
    }

    private static void write(Path file, Map<String, String> headers) throws IOException {
        try (JarFile built = new JarFile(BUILT.toFile())) {
            Manifest manifest = built.getManifest();
            headers.forEach(manifest.getMainAttributes()::putValue);
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
                for (JarEntry entry : built.stream().toList()) {
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        out.putNextEntry(new JarEntry(entry.getName()));
                        built.getInputStream(entry).transferTo(out);
                    }
                }
            }
        }
    }

    private static void writeArchive(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (OutputStream bytes = Files.newOutputStream(file);
                JarOutputStream out = new JarOutputStream(bytes, manifest)) {
            out.putNextEntry(new JarEntry("repository/features.xml"));
            out.write(FEATURES.formatted("brook-kar", "mvn:org.example/procedure-example/1.0.0")
                    .getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new JarEntry(IN_ARCHIVE));
            Files.copy(BUILT, out);
        }
    }
}
