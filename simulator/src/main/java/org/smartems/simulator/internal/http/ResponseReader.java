// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads one answer. Strict: what it does not understand is an error and never a guess. */
final class ResponseReader {

    private static final int MAX_HEAD = 64 * 1024;

    private final Connection connection;
    private final Deadline deadline;
    private final byte[] buffer = new byte[8192];
    private int position;
    private int filled;
    private int headLength;
    private boolean begun;
    private boolean reusable;
    private boolean patient;

    ResponseReader(Connection connection, Deadline deadline) {
        this.connection = connection;
        this.deadline = deadline;
    }

    /** Whether any byte has come. */
    boolean begun() {
        return begun;
    }

    /** Whether the connection may carry another exchange. */
    boolean reusable() {
        return reusable && position == filled;
    }

    /** From now on the deadline is for the next bytes, no longer for the whole. */
    void patient() {
        patient = true;
    }

    /** The head of the final answer, with an empty body. */
    Response head() throws IOException {
        while (true) {
            int status = status(line());
            Map<String, List<String>> headers = headers();
            if (status >= 200) {
                return new Response(status, headers, new byte[0]);
            }
        }
    }

    /**
     * Reads the body.
     *
     * @param limit after how many bytes to stop, leaving the rest; negative for none
     */
    void body(Response head, String method, Piece piece, long limit) throws IOException {
        boolean keep = !"close".equalsIgnoreCase(head.header("connection"));
        if ("HEAD".equals(method) || head.status() == 204 || head.status() == 304) {
            reusable = keep;
        } else if ("chunked".equalsIgnoreCase(head.header("transfer-encoding"))) {
            reusable = chunks(piece, limit) && keep;
        } else if (!head.header("content-length").isEmpty()) {
            long length = length(head);
            long wanted = limit < 0 ? length : Math.min(limit, length);
            copy(wanted, piece);
            reusable = keep && wanted == length;
        } else {
            untilEnd(piece);
        }
    }

    /** Takes a piece of the body. */
    @FunctionalInterface
    interface Piece {
        void accept(byte[] bytes, int offset, int length) throws IOException;
    }

    static long length(Response head) throws ProtocolException {
        return number(head.header("content-length"), 10, "Content-Length");
    }

    private boolean chunks(Piece piece, long limit) throws IOException {
        long left = limit < 0 ? Long.MAX_VALUE : limit;
        while (true) {
            headLength = 0;
            String line = line();
            int extension = line.indexOf(';');
            long size = number((extension < 0 ? line : line.substring(0, extension)).trim(), 16, "size of a chunk");
            if (size == 0) {
                headers();
                return true;
            }
            if (size >= left) {
                copy(left, piece);
                return false;
            }
            copy(size, piece);
            left -= size;
            if (!line().isEmpty()) {
                throw new ProtocolException("a chunk is longer than its size");
            }
        }
    }

    private void copy(long length, Piece piece) throws IOException {
        long left = length;
        while (left > 0) {
            if (position == filled) {
                fill();
            }
            int step = (int) Math.min(left, filled - position);
            piece.accept(buffer, position, step);
            position += step;
            left -= step;
        }
    }

    private void untilEnd(Piece piece) throws IOException {
        piece.accept(buffer, position, filled - position);
        for (int count = read(); count >= 0; count = read()) {
            piece.accept(buffer, 0, count);
        }
        position = 0;
        filled = 0;
    }

    private static int status(String line) throws ProtocolException {
        if (line.length() < 12 || !line.startsWith("HTTP/1.") || line.charAt(8) != ' ') {
            throw new ProtocolException("not an HTTP answer: " + line.substring(0, Math.min(40, line.length())));
        }
        return (int) number(line.substring(9, 12), 10, "status");
    }

    private Map<String, List<String>> headers() throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new ProtocolException("a header without a name");
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.computeIfAbsent(name, key -> new ArrayList<>(1))
                    .add(line.substring(colon + 1).trim());
        }
        return headers;
    }

    private static long number(String text, int radix, String what) throws ProtocolException {
        try {
            long number = Long.parseLong(text, radix);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException ignored) {
            // refused below
        }
        throw new ProtocolException(what + " is no number: " + text);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        while (true) {
            if (position == filled) {
                fill();
            }
            byte next = buffer[position++];
            if (++headLength > MAX_HEAD) {
                throw new ProtocolException("the head is longer than " + MAX_HEAD + " bytes");
            }
            if (next == '\n') {
                String text = line.toString(StandardCharsets.ISO_8859_1);
                return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            }
            line.write(next);
        }
    }

    private void fill() throws IOException {
        int count = read();
        if (count < 0) {
            throw new EOFException("the server closed the connection");
        }
        begun = true;
        position = 0;
        filled = count;
    }

    private int read() throws IOException {
        if (patient) {
            deadline.renew();
        }
        return connection.read(buffer, deadline);
    }
}
