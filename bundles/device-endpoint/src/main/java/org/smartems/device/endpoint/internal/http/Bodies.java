// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.Semaphore;

/**
 * Reads bodies, and bounds what the requests of all large ones hold of the memory together; small ones are not counted.
 */
public final class Bodies {

    private static final int SMALL = 64 << 10;
    private static final int FIRST = 4 << 10;
    private static final int LARGEST = Integer.MAX_VALUE - 8;
    private static final int KIBIBYTE = 1 << 10;

    /**
     * How much a request holds at most for each byte of its body: the body, its text, a config in it as text, both
     * sealed for the logs, and both again on their way to the database.
     */
    private static final int LIFE = 8;

    private final Semaphore kibibytes;

    /** Half of the memory. */
    public Bodies() {
        this(Runtime.getRuntime().maxMemory() / 2);
    }

    Bodies(long bytes) {
        kibibytes = new Semaphore((int) Math.min(bytes / KIBIBYTE, Integer.MAX_VALUE));
    }

    /** A body in memory; closing it gives its place to others. */
    public final class Body implements AutoCloseable {

        private byte[] bytes = new byte[0];
        private int held;

        private Body() {}

        /** The whole of it, not to be changed. */
        public byte[] bytes() {
            return bytes;
        }

        @Override
        public void close() {
            kibibytes.release(held);
            held = 0;
        }

        private void resize(int size) {
            int more = size <= SMALL ? 0 : kibibytes(size) - held;
            if (more > 0) {
                if (!kibibytes.tryAcquire(more)) {
                    throw Refusal.forNow("too many large bodies are being read");
                }
                held += more;
            }
            bytes = Arrays.copyOf(bytes, size);
        }
    }

    private static int kibibytes(int size) {
        return (int) (((long) size * LIFE + KIBIBYTE - 1) / KIBIBYTE);
    }

    /**
     * Reads the body of a request.
     *
     * @return to be closed
     * @throws IOException when it does not come as it should; the front has answered then
     * @throws Refusal when there is no memory for it
     */
    public Body read(Incoming incoming) throws IOException {
        Body body = new Body();
        try {
            fill(body, incoming.body(), incoming.announcedBody());
        } catch (IOException | RuntimeException e) {
            body.close();
            throw e;
        }
        return body;
    }

    /** Reads and forgets a body, so that a device that sends all of it first sees the answer. */
    void skip(Incoming incoming) throws IOException {
        if (!incoming.isBodyHeldBack()) {
            incoming.body().transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void fill(Body body, InputStream in, long announced) throws IOException {
        body.resize((int) Math.min(announced < 0 ? FIRST : announced, SMALL));
        int length = 0;
        int read = 0;
        while (read >= 0) {
            length += read;
            if (length < body.bytes.length) {
                read = in.read(body.bytes, length, body.bytes.length - length);
                continue;
            }
            int next = in.read();
            if (next < 0) {
                break;
            }
            long grown = Math.max(2L * length, FIRST);
            body.resize((int) Math.min(announced > length ? Math.min(grown, announced) : grown, LARGEST));
            body.bytes[length] = (byte) next;
            read = 1;
        }
        if (length < body.bytes.length) {
            body.bytes = Arrays.copyOf(body.bytes, length);
        }
    }
}
