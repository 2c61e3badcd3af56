// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.net.ssl.SSLSocket;

/**
 * One connection. Lean, because it costs the same processors as the server that is measured: one write for a
 * request, no header is looked at but those that tell where the answer ends. Used by one thread.
 */
final class Line implements AutoCloseable {

    private static final int MAXIMUM = 1 << 20;
    private static final int TIMEOUT_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] buffer = new byte[8192];
    private int position;
    private int filled;

    /** Takes a connected socket over; TLS shakes hands. */
    Line(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        if (socket instanceof SSLSocket tls) {
            tls.startHandshake();
        }
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** Whether its TLS session is older than a moment, so that only keys were agreed on. */
    boolean isResumed(long sinceMillis) {
        return socket instanceof SSLSocket tls && tls.getSession().getCreationTime() < sinceMillis;
    }

    /** Sends one whole request and reads its whole answer. */
    Answer exchange(byte[] request) throws IOException {
        out.write(request);
        String head = head();
        int status = status(head);
        String length = Answer.header(head, "Content-Length");
        if (!length.isEmpty()) {
            return new Answer(status, head, take(Integer.parseInt(length)));
        }
        if (!Answer.header(head, "Transfer-Encoding").equalsIgnoreCase("chunked")) {
            throw new ProtocolException("the answer tells no length: " + head);
        }
        return new Answer(status, head, chunks());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static int status(String head) throws ProtocolException {
        if (!head.startsWith("HTTP/1.1 ") || head.length() < 12) {
            throw new ProtocolException("no HTTP: " + head);
        }
        return Integer.parseInt(head.substring(9, 12));
    }

    /** The lines up to the empty one, each with a line feed at its end. */
    private String head() throws IOException {
        int from = position;
        while (true) {
            for (int i = Math.max(from, position + 3); i < filled; i++) {
                if (buffer[i] == '\n' && buffer[i - 2] == '\n') {
                    String head = new String(buffer, position, i - position - 1, StandardCharsets.ISO_8859_1);
                    position = i + 1;
                    return head;
                }
            }
            int searched = filled - position;
            fill();
            from = position + searched;
        }
    }

    private byte[] chunks() throws IOException {
        byte[] body = new byte[0];
        while (true) {
            int size = Integer.parseInt(line(), 16);
            byte[] chunk = take(size);
            line();
            if (size == 0) {
                return body;
            }
            body = Arrays.copyOf(body, body.length + size);
            System.arraycopy(chunk, 0, body, body.length - size, size);
        }
    }

    private String line() throws IOException {
        int from = position;
        while (true) {
            for (int i = from; i < filled; i++) {
                if (buffer[i] == '\n') {
                    String line = new String(buffer, position, i - position, StandardCharsets.ISO_8859_1);
                    position = i + 1;
                    return line.trim();
                }
            }
            int searched = filled - position;
            fill();
            from = position + searched;
        }
    }

    private byte[] take(int length) throws IOException {
        if (length > MAXIMUM) {
            throw new ProtocolException("an answer of " + length + " bytes");
        }
        while (filled - position < length) {
            fill();
        }
        byte[] taken = Arrays.copyOfRange(buffer, position, position + length);
        position += length;
        return taken;
    }

    /** Keeps what is not taken yet, at the front of the buffer. */
    private void fill() throws IOException {
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, filled - position);
            filled -= position;
            position = 0;
        }
        if (filled == buffer.length) {
            if (filled >= 2 * MAXIMUM) {
                throw new ProtocolException("an answer of more than " + filled + " bytes");
            }
            buffer = Arrays.copyOf(buffer, 2 * filled);
        }
        int count = in.read(buffer, filled, buffer.length - filled);
        if (count < 0) {
            throw new EOFException("the server closed the connection");
        }
        filled += count;
    }
}
