// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;

/**
 * Fails the read that passes the limit, or that shows the client to be too slow, after the client was answered.
 *
 * <p>Only the time spent waiting for the client counts. Jetty's own check counts from the first byte, so it also fails
 * what merely takes long to be processed. After the end nothing is read any more, for the same reason.
 */
final class LimitedInputStream extends ServletInputStream {

    /** Tells the client. */
    interface Refusal {
        void answer(int status) throws IOException;
    }

    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int TOO_LARGE = 413;
    private static final int TOO_SLOW = 408;

    private final ServletInputStream in;
    private final long limit;
    private final long bytesPerSecond;
    private final Refusal refusal;
    private long count;
    private long waitedNanos;
    private boolean ended;
    private int refused;

    LimitedInputStream(ServletInputStream in, long limit, long bytesPerSecond, Refusal refusal) {
        this.in = in;
        this.limit = limit;
        this.bytesPerSecond = bytesPerSecond;
        this.refusal = refusal;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        failIfRefused();
        if (ended) {
            return -1;
        }
        long start = System.nanoTime();
        int read = in.read(buffer, offset, length);
        waitedNanos += System.nanoTime() - start;
        ended = read < 0;
        count += Math.max(read, 0);
        judge();
        return read;
    }

    @Override
    public int available() throws IOException {
        return ended ? 0 : in.available();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    @Override
    public boolean isFinished() {
        return ended || in.isFinished();
    }

    @Override
    public boolean isReady() {
        return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        in.setReadListener(listener);
    }

    private void judge() throws IOException {
        if (count > limit) {
            refuse(TOO_LARGE);
        } else if (!ended && isTooSlow()) {
            refuse(TOO_SLOW);
        }
    }

    private boolean isTooSlow() {
        return waitedNanos > GRACE_NANOS && count < bytesPerSecond * waitedNanos / TimeUnit.SECONDS.toNanos(1);
    }

    private void refuse(int status) throws IOException {
        refused = status;
        refusal.answer(status);
        failIfRefused();
    }

    private void failIfRefused() throws IOException {
        if (refused != 0) {
            throw new IOException(
                    refused == TOO_LARGE ? "The body is larger than " + limit + " bytes" : "The body comes too slowly");
        }
    }
}
