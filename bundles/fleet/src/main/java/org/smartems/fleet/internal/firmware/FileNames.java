// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names of firmware files. */
final class FileNames {

    private static final String UNNAMED = "firmware.bin";
    private static final int LONGEST = 255;

    private FileNames() {}

    /** The last segment of a path of any system, without characters that no file name has. */
    static String of(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return name.codePoints()
                .filter(character -> !Character.isISOControl(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /** The same of what a client calls its file: never empty, and as long as there is room for. */
    static String kept(String path) {
        String name = of(path);
        String known = name.isEmpty() ? UNNAMED : name;
        return known.substring(Math.max(0, known.length() - LONGEST));
    }

    /** The last segment of the path of a valid URL; its host when there is none. */
    static String ofUrl(String url) {
        URI uri = URI.create(url);
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        String name = of(URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8));
        return name.isEmpty() ? uri.getHost() : name;
    }

    /** As a segment of a URL (RFC 3986 section 3.3). */
    static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
