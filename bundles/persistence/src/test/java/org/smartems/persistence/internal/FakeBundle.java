// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal;

import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;

/** A folder that looks like a bundle with scripts. */
public final class FakeBundle {

    /** The tables of the bundle under test itself. */
    public static final Bundle OWN = of(Path.of("src/main/resources"), "org.smartems.persistence", "persistence");

    private FakeBundle() {}

    public static Bundle of(Path folder, String symbolicName, String header) {
        return (Bundle) Proxy.newProxyInstance(
                FakeBundle.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "findEntries" -> entries(folder.resolve((String) arguments[0]), (String) arguments[1]);
                    case "getEntry" -> entry(folder.resolve((String) arguments[0]));
                    case "getHeaders" -> headers(header);
                    case "getSymbolicName" -> symbolicName;
                    case "getBundleId" -> 7L;
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "toString" -> symbolicName;
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }

    /** Adds or replaces a script, such as {@code db/one/V1__init.sql}. */
    public static void script(Path folder, String path, String sql) throws Exception {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, sql, StandardCharsets.UTF_8);
    }

    private static Object entries(Path folder, String pattern) throws Exception {
        String end = pattern.substring(1);
        if (!Files.isDirectory(folder)) {
            return null;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<URL> found = files.filter(file -> file.toString().endsWith(end))
                    .map(FakeBundle::url)
                    .toList();
            return found.isEmpty() ? null : Collections.enumeration(found);
        }
    }

    private static Object entry(Path file) {
        return Files.exists(file) ? url(file) : null;
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Dictionary<String, String> headers(String header) {
        return new Hashtable<>(header == null ? Map.of() : Map.of("SmartEms-Schema", header));
    }
}
