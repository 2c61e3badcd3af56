// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads files in pieces. */
final class Contents {

    private static final int BUFFER = 256 << 10;

    private Contents() {}

    /** Takes pieces of a file in order. */
    @FunctionalInterface
    interface Consumer<E extends Exception> {
        void accept(byte[] bytes, int length) throws E;
    }

    static Hashes hash(FileChannel file, long size) throws IOException {
        Hashes hashes = new Hashes();
        Contents.<RuntimeException>read(file, size, hashes::update);
        return hashes;
    }

    /** Wherever the channel stands, and without moving it. */
    static <E extends Exception> void read(FileChannel file, long size, Consumer<E> consumer) throws IOException, E {
        byte[] bytes = new byte[BUFFER];
        long position = 0;
        while (position < size) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, (int) Math.min(BUFFER, size - position));
            int read = file.read(buffer, position);
            if (read <= 0) {
                throw new EOFException("a file is shorter than it was");
            }
            consumer.accept(bytes, read);
            position += read;
        }
    }
}
