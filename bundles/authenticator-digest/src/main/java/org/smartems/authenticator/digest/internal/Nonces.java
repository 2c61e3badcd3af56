// SPDX-License-Identifier: Apache-2.0
package org.smartems.authenticator.digest.internal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Nonces that need no memory: expiry, random, and a keyed hash of both, which every node can check. */
final class Nonces {

    static final Duration LIFETIME = Duration.ofSeconds(300);

    private static final int RANDOM_BYTES = 10;
    private static final int CLEAR_BYTES = Long.BYTES + RANDOM_BYTES;
    private static final int MAC_BYTES = 18;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    Nonces(Clock clock) {
        this.clock = clock;
    }

    String next(UnaryOperator<byte[]> mac) {
        byte[] salt = new byte[RANDOM_BYTES];
        random.nextBytes(salt);
        byte[] clear = ByteBuffer.allocate(CLEAR_BYTES)
                .putLong(clock.instant().plus(LIFETIME).toEpochMilli())
                .put(salt)
                .array();
        byte[] nonce = Arrays.copyOf(clear, CLEAR_BYTES + MAC_BYTES);
        System.arraycopy(mac.apply(clear), 0, nonce, CLEAR_BYTES, MAC_BYTES);
        return Base64.getEncoder().encodeToString(nonce);
    }

    /** When a nonce expires, in milliseconds since 1970; empty for one that has, or that is not ours. */
    OptionalLong expiry(String nonce, UnaryOperator<byte[]> mac) {
        byte[] bytes = decode(nonce);
        if (bytes.length != CLEAR_BYTES + MAC_BYTES) {
            return OptionalLong.empty();
        }
        byte[] expected = Arrays.copyOf(mac.apply(Arrays.copyOf(bytes, CLEAR_BYTES)), MAC_BYTES);
        long expiry = ByteBuffer.wrap(bytes).getLong();
        boolean holds = MessageDigest.isEqual(expected, Arrays.copyOfRange(bytes, CLEAR_BYTES, bytes.length))
                && clock.millis() < expiry;
        return holds ? OptionalLong.of(expiry) : OptionalLong.empty();
    }

    private static byte[] decode(String nonce) {
        try {
            return Base64.getDecoder().decode(nonce);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
