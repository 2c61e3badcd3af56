// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.encryption;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key that wraps the data keys, and the fingerprint by which it is recognised. */
final class MasterKey {

    static final int BYTES = 32;

    private static final int FINGERPRINT_BYTES = 8;
    private static final byte[] DERIVATION_SALT = "smartems derived key".getBytes(StandardCharsets.US_ASCII);

    private final SecretKey key;
    private final String fingerprint;

    static MasterKey random() {
        byte[] material = new byte[BYTES];
        new SecureRandom().nextBytes(material);
        return new MasterKey(material);
    }

    MasterKey(byte[] material) {
        if (material.length != BYTES) {
            throw new IllegalArgumentException("a master key has " + BYTES + " bytes");
        }
        this.key = new SecretKeySpec(material, "AES");
        this.fingerprint = fingerprint(material);
    }

    SecretKey key() {
        return key;
    }

    /** Tells nothing about the key, so it may be stored and shown. */
    String fingerprint() {
        return fingerprint;
    }

    /** What derived keys come from unless the database names something else; tells nothing about the key. */
    byte[] extracted() {
        return Hkdf.extract(DERIVATION_SALT, key.getEncoded());
    }

    /** The text of its file. */
    String line() {
        return Base64.getEncoder().encodeToString(key.getEncoded()) + "\n";
    }

    private static String fingerprint(byte[] material) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(material, "HmacSHA256"));
            byte[] code = mac.doFinal("smartems master key fingerprint".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(code, 0, FINGERPRINT_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }
}
