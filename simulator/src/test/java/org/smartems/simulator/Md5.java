// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** Checksums of firmware. */
final class Md5 {

    private Md5() {}

    static String of(byte[] bytes) {
        try {
            return String.format(
                    Locale.ROOT,
                    "%032x",
                    new BigInteger(1, MessageDigest.getInstance("MD5").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
