// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Tells a failure of the disk from one of the client that sends the content. */
final class DiskFailure extends Exception {

    private static final long serialVersionUID = 1L;
    private static final Pattern NO_ROOM = Pattern.compile("(?i).*(no space left|quota exceeded).*");
    private static final int LITTLE = 64 << 10;

    private final transient IOException failure;

    DiskFailure(IOException failure) {
        super(failure);
        this.failure = failure;
    }

    IOException failure() {
        return failure;
    }

    /** Whether it is for want of room. */
    boolean isFull(Path directory) throws IOException {
        return failure.getMessage() != null
                        && NO_ROOM.matcher(failure.getMessage()).matches()
                || Files.getFileStore(directory).getUsableSpace() < LITTLE;
    }

    /** Writes everything where the channel stands. */
    static void write(FileChannel out, ByteBuffer bytes) throws DiskFailure {
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new DiskFailure(e);
        }
    }

    static void sync(FileChannel out) throws DiskFailure {
        try {
            out.force(true);
        } catch (IOException e) {
            throw new DiskFailure(e);
        }
    }
}
