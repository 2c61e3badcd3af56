// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;

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
    private static final int ENDED_EARLY = 400;
    private static final int TOO_SLOW = 408;
    private static final int TOO_LARGE = 413;
    private static final int BUSY = 503;

    private final ServletInputStream in;
    private final BodyLimits limits;
    private final Refusal refusal;
    private final String client;
    private final long announced;
    private long count;
    private long waitedNanos;
    private boolean ended;
    private int refused;

    LimitedInputStream(ServletInputStream in, HttpServletRequest request, BodyLimits limits, Refusal refusal) {
        this.in = in;
        this.client = request.getRemoteAddr();
        this.announced = request.getContentLengthLong();
        this.limits = limits;
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
        // all that was announced is here: the end need not be waited for
        if (ended || count == announced) {
            return -1;
        }
        int read = in.available() > 0 ? in.read(buffer, offset, length) : await(buffer, offset, length);
        ended = read < 0;
        count += Math.max(read, 0);
        judge();
        return read;
    }

    private int await(byte[] buffer, int offset, int length) throws IOException {
        if (!limits.waits().begin(client)) {
            refuse(BUSY);
        }
        long start = System.nanoTime();
        try {
            return in.read(buffer, offset, length);
        } catch (IOException e) {
            refused = e.getCause() instanceof TimeoutException ? TOO_SLOW : ENDED_EARLY;
            refusal.answer(refused);
            throw e;
        } finally {
            waitedNanos += System.nanoTime() - start;
            limits.waits().end(client);
        }
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
        if (count > limits.bytes()) {
            refuse(TOO_LARGE);
        } else if (!ended && isTooSlow()) {
            refuse(TOO_SLOW);
        }
    }

    private boolean isTooSlow() {
        return waitedNanos > GRACE_NANOS && count < limits.bytesPerSecond() * waitedNanos / TimeUnit.SECONDS.toNanos(1);
    }

    private void refuse(int status) throws IOException {
        refused = status;
        refusal.answer(status);
        failIfRefused();
    }

    private void failIfRefused() throws IOException {
        if (refused != 0) {
            throw new IOException("The body was refused with " + refused);
        }
    }
}
