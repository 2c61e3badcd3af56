// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.crypto.AEADBadTagException;
import org.smartems.persistence.encryption.Encryption;
import org.smartems.persistence.encryption.EncryptionContext;
import org.smartems.persistence.encryption.EncryptionException;
import org.smartems.persistence.internal.encryption.DataKeys.DataKey;

/** Sealed value: version, id of the data key, nonce, ciphertext with tag. */
final class EncryptionService implements Encryption {

    private static final byte VERSION = 1;
    private static final int HEADER = 1 + Long.BYTES;

    private final DataKeys keys;
    private final byte[] derivation;

    /** Its derived keys stay the same: others are those of another service. */
    EncryptionService(DataKeys keys) {
        this.keys = keys;
        this.derivation = keys.derivation();
    }

    @Override
    public byte[] encrypt(EncryptionContext context, byte[] plain) {
        DataKey key = keys.forSealing(context.table());
        byte[] sealed = Gcm.seal(key.key(), plain, context.bytes());
        return ByteBuffer.allocate(HEADER + sealed.length)
                .put(header(key))
                .put(sealed)
                .array();
    }

    @Override
    public byte[] decrypt(EncryptionContext context, byte[] sealed) {
        if (sealed.length < HEADER + Gcm.OVERHEAD || sealed[0] != VERSION) {
            throw new EncryptionException(place(context) + " is no sealed value of a known format", null);
        }
        ByteBuffer parts = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        DataKey key = keys.forOpening(parts.getLong())
                .orElseThrow(() -> new EncryptionException(place(context) + " is sealed with an unknown key", null));
        byte[] rest = new byte[parts.remaining()];
        parts.get(rest);
        try {
            return Gcm.open(key.key(), rest, context.bytes());
        } catch (AEADBadTagException e) {
            throw new EncryptionException(place(context) + " was changed or moved from another place", e);
        }
    }

    @Override
    public byte[] derivedKey(String purpose) {
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("a derived key needs a purpose");
        }
        return Hkdf.expand(derivation, purpose.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public byte[] header(String table) {
        return header(keys.forSealing(table));
    }

    private static byte[] header(DataKey key) {
        return ByteBuffer.allocate(HEADER).put(VERSION).putLong(key.id()).array();
    }

    /** Without the row: its id may be a name. */
    private static String place(EncryptionContext context) {
        return "A value in " + context.table() + "." + context.column();
    }
}
