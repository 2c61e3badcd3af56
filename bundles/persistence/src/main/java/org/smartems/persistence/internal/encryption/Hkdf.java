// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.encryption;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with SHA-256 (RFC 5869), for results of one block. */
final class Hkdf {

    private static final String HMAC = "HmacSHA256";

    private Hkdf() {}

    /** 32 bytes that tell nothing about the input keying material. */
    static byte[] extract(byte[] salt, byte[] keyingMaterial) {
        return mac(salt).doFinal(keyingMaterial);
    }

    /** 32 bytes that tell nothing about the extracted key or about those of another info. */
    static byte[] expand(byte[] extracted, byte[] info) {
        Mac expand = mac(extracted);
        expand.update(info);
        expand.update((byte) 1);
        return expand.doFinal();
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + HMAC, e);
        }
    }
}
