// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.encryption;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM; the random nonce stands before the ciphertext. */
final class Gcm {

    static final int OVERHEAD = 12 + 16;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Gcm() {}

    static byte[] seal(SecretKey key, byte[] plain, byte[] authenticated) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, authenticated);
            ByteBuffer sealed = ByteBuffer.allocate(plain.length + OVERHEAD).put(nonce);
            cipher.doFinal(ByteBuffer.wrap(plain), sealed);
            return sealed.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no usable AES-GCM", e);
        }
    }

    /** Throws {@link AEADBadTagException} when key, text or the authenticated bytes are not those of the sealing. */
    static byte[] open(SecretKey key, byte[] sealed, byte[] authenticated) throws AEADBadTagException {
        if (sealed.length < OVERHEAD) {
            throw new AEADBadTagException("too short");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        ByteBuffer rest = ByteBuffer.wrap(sealed).get(nonce);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, authenticated);
            return cipher.doFinal(sealed, rest.position(), rest.remaining());
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no usable AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] authenticated)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(authenticated);
        return cipher;
    }
}
