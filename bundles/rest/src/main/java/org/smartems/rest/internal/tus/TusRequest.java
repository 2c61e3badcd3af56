// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.tus;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.smartems.platform.file.Piece;
import org.smartems.platform.file.UploadRefused;
import org.smartems.platform.file.UploadRefused.Reason;

/** A request of the tus protocol; every method that reads a header refuses one that cannot be read. */
record TusRequest(HttpServletRequest servlet) {

    private static final String PIECE = "application/offset+octet-stream";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern CHECKSUM = Pattern.compile("(\\S+) +([A-Za-z0-9+/]+={0,2})");

    private record Algorithm(String name, int bytes) {}

    private static final Map<String, Algorithm> ALGORITHMS = Map.of(
            "sha1",
            new Algorithm("SHA-1", 20),
            "sha256",
            new Algorithm("SHA-256", 32),
            "md5",
            new Algorithm("MD5", 16));

    /** What a client names that can send nothing but GET and POST counts. */
    String method() {
        return header("X-HTTP-Method-Override")
                .map(name -> name.toUpperCase(Locale.ROOT))
                .orElse(servlet.getMethod());
    }

    /** Empty for the place where uploads are created. */
    String token() {
        String path = servlet.getPathInfo();
        return path == null ? "" : path.substring(1);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(servlet.getHeader(name)).map(String::strip);
    }

    boolean has(String name) {
        return servlet.getHeader(name) != null;
    }

    OptionalLong number(String name) {
        Optional<String> value = header(name);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!NUMBER.matcher(value.get()).matches()) {
            throw invalid(name + ": must be a number of bytes");
        }
        return OptionalLong.of(Long.parseLong(value.get()));
    }

    boolean hasBody() {
        return servlet.getContentLengthLong() > 0 || has("Transfer-Encoding");
    }

    boolean isPiece() {
        return header("Content-Type")
                .filter(type -> type.split(";")[0].strip().equalsIgnoreCase(PIECE))
                .isPresent();
    }

    Piece piece(long offset, OptionalLong length) {
        long size = servlet.getContentLengthLong();
        return new Piece(
                offset,
                length,
                size < 0 ? OptionalLong.empty() : OptionalLong.of(size),
                header("Upload-Checksum").map(TusRequest::checksum),
                servlet::getInputStream);
    }

    private static Piece.Checksum checksum(String header) {
        Matcher matcher = CHECKSUM.matcher(header);
        if (!matcher.matches()) {
            throw invalid("Upload-Checksum: must be an algorithm and a value in Base64");
        }
        Algorithm algorithm = ALGORITHMS.get(matcher.group(1).toLowerCase(Locale.ROOT));
        if (algorithm == null) {
            throw invalid("Upload-Checksum: must be one of " + TusFilter.ALGORITHMS);
        }
        try {
            if (Base64.getDecoder().decode(matcher.group(2)).length == algorithm.bytes()) {
                return new Piece.Checksum(algorithm.name(), matcher.group(2));
            }
        } catch (IllegalArgumentException expected) {
            // refused below
        }
        throw invalid("Upload-Checksum: the value is none of this algorithm");
    }

    static UploadRefused invalid(String message) {
        return new UploadRefused(Reason.INVALID, message);
    }
}
