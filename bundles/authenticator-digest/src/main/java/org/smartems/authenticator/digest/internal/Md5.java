// SPDX-License-Identifier: Apache-2.0
package org.smartems.authenticator.digest.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The only hash that routers in the field speak. */
final class Md5 {

    private Md5() {}

    static byte[] of(byte[] data) {
        try {
            return MessageDigest.getInstance("MD5").digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no MD5", e);
        }
    }
}
