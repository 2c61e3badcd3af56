// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.file;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The secret by which an upload is reached, and the key by which it is stored: the one cannot be had of the other. */
final class UploadToken {

    private static final int BITS = 128;
    private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private UploadToken() {}

    static String next() {
        byte[] secret = new byte[BITS / Byte.SIZE];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** Also the name of the file; empty for a text that is no token. */
    static Optional<String> id(String token) {
        if (!SYNTAX.matcher(token).matches()) {
            return Optional.empty();
        }
        byte[] digest = Hashes.digest("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        return Optional.of(HexFormat.of().formatHex(digest));
    }
}
