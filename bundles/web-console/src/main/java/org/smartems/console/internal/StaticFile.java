// SPDX-License-Identifier: Apache-2.0
package org.smartems.console.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** One file of the console as it goes out, plain and compressed; immutable. */
final class StaticFile {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html;charset=utf-8"),
            Map.entry("js", "text/javascript;charset=utf-8"),
            Map.entry("css", "text/css;charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("txt", "text/plain;charset=utf-8"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"));

    private final String type;
    private final boolean immutable;
    private final Representation plain;
    private final Representation compressed;

    private StaticFile(String path, byte[] content) {
        this.type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
        // the build puts a hash of the content into these names
        this.immutable = path.startsWith("assets/");
        this.plain = new Representation(content, hash(content));
        byte[] packed = compressible() ? gzip(content) : content;
        this.compressed = packed.length < content.length ? new Representation(packed, plain.hash() + "-gz") : plain;
    }

    static StaticFile of(String path, byte[] content) {
        return new StaticFile(path, content);
    }

    String type() {
        return type;
    }

    String cacheControl() {
        return immutable ? "public, max-age=31536000, immutable" : "no-cache";
    }

    /** Whether the answer depends on what the client accepts. */
    boolean varies() {
        return compressed != plain;
    }

    boolean isCompressed(Representation representation) {
        return varies() && representation == compressed;
    }

    Representation forClient(boolean acceptsGzip) {
        return acceptsGzip ? compressed : plain;
    }

    private boolean compressible() {
        return type.startsWith("text/") || type.startsWith("application/json") || type.startsWith("image/svg");
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, 22);
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 2);
        try (GZIPOutputStream out = new BestGzip(packed)) {
            out.write(content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return packed.toByteArray();
    }

    /** What goes over the wire, and the hash that names it. */
    record Representation(byte[] content, String hash) {

        /** Strong, as both forms of a file have their own. */
        String etag() {
            return '"' + hash + '"';
        }

        boolean matches(String ifNoneMatch) {
            if (ifNoneMatch == null) {
                return false;
            }
            for (String candidate : ifNoneMatch.split(",")) {
                String tag = candidate.strip();
                if (tag.equals("*") || tag.equals(etag()) || tag.equals("W/" + etag())) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Worth the time, as each file is compressed once. */
    private static final class BestGzip extends GZIPOutputStream {

        BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
