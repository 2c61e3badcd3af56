// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A bundle that stands on the core as a plug-in does, with the feature that brings it. */
record PlugIn(URI features) {

    private static final String SPI = "org.smartems.spi.authentication,org.smartems.spi.config,"
            + "org.smartems.spi.devicetype,org.smartems.spi.procedure,org.smartems.spi.schema";

    static PlugIn write(Path directory, String name) throws IOException {
        Path jar = directory.resolve("plugin.jar");
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest(name)).close();
        }
        Path features = directory.resolve("features.xml");
        Files.writeString(
                features,
                """
                <features name="plugin" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
                  <feature name="%s" version="1.0.0">
                    <bundle>%s</bundle>
                  </feature>
                </features>
                """
                        .formatted(name, jar.toUri()));
        return new PlugIn(features.toUri());
    }

    /** A bundle with the classes beside its activator. */
    static void writeJar(Path jar, String name, Class<?> activator) throws IOException {
        Manifest manifest = manifest(name);
        Attributes headers = manifest.getMainAttributes();
        headers.putValue("Bundle-Activator", activator.getName());
        headers.putValue("Import-Package", "org.osgi.framework," + SPI);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            putClasses(out, activator);
        }
    }

    /** The class and those beside it. */
    static void putClasses(JarOutputStream out, Class<?> one) throws IOException {
        Path root = Path.of(URI.create(
                one.getProtectionDomain().getCodeSource().getLocation().toString()));
        Path classes = root.resolve(one.getPackageName().replace('.', '/'));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(classes, "*.class")) {
            for (Path file : files) {
                out.putNextEntry(new ZipEntry(root.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }

    private static Manifest manifest(String name) {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Map.of(
                        "Bundle-ManifestVersion", "2",
                        "Bundle-SymbolicName", name,
                        "Bundle-Version", "1.0.0",
                        "Import-Package", "org.smartems.spi.health,org.smartems.api.error,org.slf4j",
                        "DynamicImport-Package", "org.smartems.persistence")
                .forEach(headers::putValue);
        return manifest;
    }
}
