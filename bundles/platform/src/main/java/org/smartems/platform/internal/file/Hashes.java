// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.smartems.platform.file.StoredFile;

/** The checksums of a content while it streams. */
final class Hashes {

    private final MessageDigest sha256;
    private final MessageDigest md5;

    Hashes() {
        this(digest("SHA-256"), digest("MD5"));
    }

    private Hashes(MessageDigest sha256, MessageDigest md5) {
        this.sha256 = sha256;
        this.md5 = md5;
    }

    /** As far as this one is, from where it goes its own way. */
    Hashes copy() {
        try {
            return new Hashes((MessageDigest) sha256.clone(), (MessageDigest) md5.clone());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    void update(byte[] bytes, int length) {
        sha256.update(bytes, 0, length);
        md5.update(bytes, 0, length);
    }

    /** Ends it. */
    StoredFile result(long size) {
        HexFormat hex = HexFormat.of();
        return new StoredFile(hex.formatHex(sha256.digest()), hex.formatHex(md5.digest()), size);
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
