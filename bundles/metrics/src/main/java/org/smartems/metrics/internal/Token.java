// SPDX-License-Identifier: Apache-2.0
package org.smartems.metrics.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The token of those who may read the figures; it is in a file, and another text there counts at once. */
final class Token {

    private static final Logger LOG = LoggerFactory.getLogger(Token.class);
    private static final int BYTES = 32;
    private static final int SHORTEST = 16;

    private final Path file;

    Token(Path file) {
        this.file = file;
    }

    /** Makes the file, for the owner alone, when there is none or, after a crash of another program, an empty one. */
    void ensure() throws IOException {
        if (Files.exists(file) && Files.size(file) > 0) {
            return;
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n";
        Path draft = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                ".metrics",
                ".token",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, token, StandardCharsets.US_ASCII);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        LOG.info("Token of the metrics made: {}", file);
    }

    /** Whether a header is {@code Bearer} and the token, compared in constant time. */
    boolean isIn(String authorization) {
        String[] parts =
                authorization == null ? new String[0] : authorization.strip().split(" +", 2);
        if (parts.length != 2 || !parts[0].equalsIgnoreCase("Bearer")) {
            return false;
        }
        try {
            String token = Files.readString(file, StandardCharsets.UTF_8).strip();
            return token.length() >= SHORTEST
                    && MessageDigest.isEqual(
                            token.getBytes(StandardCharsets.UTF_8), parts[1].getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.warn("Nobody can read the metrics: {} cannot be read", file, e);
            return false;
        }
    }
}
