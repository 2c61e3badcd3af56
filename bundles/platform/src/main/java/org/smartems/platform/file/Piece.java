// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The next bytes of an upload.
 *
 * @param offset where they begin
 * @param length of the whole upload, when it is told only now
 * @param size of the piece, when it is known before it is read
 * @param checksum of the piece, without which it is not kept
 * @param body the bytes; opened only once nothing speaks against them
 */
public record Piece(long offset, OptionalLong length, OptionalLong size, Optional<Checksum> checksum, Body body) {

    /** Opens the bytes. */
    @FunctionalInterface
    public interface Body {

        /**
         * Opens them.
         *
         * @return read to its end, not closed
         * @throws IOException when the client is away
         */
        InputStream open() throws IOException;
    }

    /**
     * What the bytes must add up to.
     *
     * @param algorithm a name that {@link java.security.MessageDigest} knows
     * @param value the digest in Base64
     */
    public record Checksum(String algorithm, String value) {}
}
