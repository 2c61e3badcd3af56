// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a link says, so that nobody can change it or make one up.
 *
 * @param device id of the device
 * @param firmware id of the firmware
 * @param authenticated whether the device must log in
 * @param expires hours since 1970
 */
record LinkToken(long device, long firmware, boolean authenticated, int expires) {

    private static final byte VERSION = 1;
    private static final int LENGTH = 2 + 2 * Long.BYTES + Integer.BYTES;
    /** 128 bits cannot be guessed, and keep the link short for devices. */
    private static final int MAC_LENGTH = 16;

    String sealed(byte[] key) {
        byte[] content = content();
        byte[] token = Arrays.copyOf(content, LENGTH + MAC_LENGTH);
        System.arraycopy(mac(key, content), 0, token, LENGTH, MAC_LENGTH);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Empty for everything that {@link #sealed} did not make with the same key. */
    static Optional<LinkToken> open(byte[] key, String text) {
        byte[] token;
        try {
            token = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (token.length != LENGTH + MAC_LENGTH) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(token, LENGTH);
        byte[] mac = Arrays.copyOfRange(token, LENGTH, token.length);
        if (!MessageDigest.isEqual(mac, mac(key, content)) || content[0] != VERSION) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(content, 1, LENGTH - 1);
        boolean authenticated = fields.get() != 0;
        return Optional.of(new LinkToken(fields.getLong(), fields.getLong(), authenticated, fields.getInt()));
    }

    private byte[] content() {
        return ByteBuffer.allocate(LENGTH)
                .put(VERSION)
                .put((byte) (authenticated ? 1 : 0))
                .putLong(device)
                .putLong(firmware)
                .putInt(expires)
                .array();
    }

    private static byte[] mac(byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(content), MAC_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
