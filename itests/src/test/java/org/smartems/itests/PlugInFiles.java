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
import org.smartems.itests.kinds.Activator;

/**
 * The example of a device family, and with it the kinds of plug-ins that it has not, in each form in which a plug-in
 * comes, in two versions.
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
    private static final String KINDS =
            "org.osgi.framework,org.smartems.spi.authentication,org.smartems.spi.config,org.smartems.spi.firmware";
    private static final String FEATURES =
            """
            <features name="brook" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
              <feature name="%s" version="1.0.0"><bundle>%s</bundle></feature>
            </features>
            """;

    static PlugInFiles in(Path directory) throws IOException {
        Path jar = write(directory.resolve("procedure-example-1.0.0.jar"), Map.of());
        Path newer = write(directory.resolve("procedure-example-1.1.0.jar"), Map.of("Bundle-Version", "1.1.0"));
        Path foreign = write(
                directory.resolve("procedure-foreign.jar"),
                Map.of(
                        "Bundle-SymbolicName", "procedure-foreign",
                        "Import-Package", "org.smartems.spi.procedure;version=\"[99,100)\""));
        Path features = directory.resolve("features.xml");
        Files.writeString(features, FEATURES.formatted("brook", jar.toUri()));
        return new PlugInFiles(jar, newer, foreign, features, writeArchive(directory.resolve("brook.kar"), jar));
    }

    private static Path write(Path file, Map<String, String> headers) throws IOException {
        try (JarFile built = new JarFile(BUILT.toFile())) {
            Manifest manifest = built.getManifest();
            Attributes all = manifest.getMainAttributes();
            all.putValue("Bundle-Activator", Activator.class.getName());
            all.putValue("Import-Package", all.getValue("Import-Package") + "," + KINDS);
            headers.forEach(all::putValue);
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
                for (JarEntry entry : built.stream().toList()) {
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        out.putNextEntry(new JarEntry(entry.getName()));
                        built.getInputStream(entry).transferTo(out);
                    }
                }
                PlugIn.putClasses(out, Activator.class);
            }
        }
        return file;
    }

    private static Path writeArchive(Path file, Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (OutputStream bytes = Files.newOutputStream(file);
                JarOutputStream out = new JarOutputStream(bytes, manifest)) {
            out.putNextEntry(new JarEntry("repository/features.xml"));
            out.write(FEATURES.formatted("brook-kar", "mvn:org.example/procedure-example/1.0.0")
                    .getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new JarEntry(IN_ARCHIVE));
            Files.copy(jar, out);
        }
        return file;
    }
}
