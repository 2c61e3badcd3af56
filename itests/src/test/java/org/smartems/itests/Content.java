// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** A file that is made up while it is sent, the same bytes at the same place each time. */
record Content(long size) {

    private static final int BLOCK = 64 << 10;

    /** Writes a part of it. */
    void send(long from, long until, OutputStream out) throws IOException {
        for (long position = from; position < until; ) {
            byte[] block = block(position / BLOCK);
            int start = (int) (position % BLOCK);
            int length = (int) Math.min(BLOCK - start, until - position);
            out.write(block, start, length);
            position += length;
        }
    }

    String digest(String algorithm) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance(algorithm);
        for (long position = 0; position < size; position += BLOCK) {
            digest.update(block(position / BLOCK), 0, (int) Math.min(BLOCK, size - position));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] block(long number) {
        byte[] block = new byte[BLOCK];
        new SplittableRandom(number).nextBytes(block);
        return block;
    }
}
