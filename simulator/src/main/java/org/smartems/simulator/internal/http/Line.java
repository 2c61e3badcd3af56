// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.smartems.simulator.ConnectionPolicy;
import org.smartems.simulator.Fault;
import org.smartems.simulator.Trust;

/** The line of one device: HTTP/1.1 over one connection at a time. Used by one thread at a time. */
final class Line implements Closeable {

    private static final int MAX_ANSWER = 32 * 1024 * 1024;
    private static final int SLOW_PIECES = 10;

    private final ConnectionPolicy policy;
    private final TlsClient tls;
    private Connection kept;
    private int connections;
    private int resumptions;

    Line(Trust trust, ConnectionPolicy policy) {
        this.policy = policy;
        this.tls = new TlsClient(trust, policy.resumption());
    }

    Response exchange(Request request, Manner manner) throws IOException {
        Origin origin = Origin.of(request.uri());
        Connection old = kept(origin);
        if (old != null) {
            Deadline deadline = new Deadline(policy.timeout());
            ResponseReader reader = new ResponseReader(old, deadline);
            try {
                return run(old, reader, request, manner);
            } catch (LineCutException | SocketTimeoutException e) {
                throw e;
            } catch (IOException e) {
                // the server may close an idle connection at any time
                if (reader.begun()) {
                    throw e;
                }
            }
        }
        Deadline deadline = new Deadline(policy.timeout());
        Connection fresh = Connection.open(origin, tls, deadline);
        connections++;
        if (origin.tls() && tls.resumed()) {
            resumptions++;
        }
        return run(fresh, new ResponseReader(fresh, deadline), request, manner);
    }

    /** How many connections were opened. */
    int connections() {
        return connections;
    }

    /** How many of them resumed a TLS session. */
    int resumptions() {
        return resumptions;
    }

    /** Ends a check-in. */
    void rest() {
        if (!policy.keepAlive()) {
            close();
        }
    }

    @Override
    public void close() {
        if (kept != null) {
            Connection closing = kept;
            kept = null;
            closing.close();
        }
    }

    private Connection kept(Origin origin) {
        if (kept != null && !kept.origin().equals(origin)) {
            close();
        }
        Connection connection = kept;
        kept = null;
        return connection;
    }

    private Response run(Connection connection, ResponseReader reader, Request request, Manner manner)
            throws IOException {
        try {
            send(connection, request.bytes(), manner.fault());
            Response response = read(reader, request.method(), manner);
            if (reader.reusable()) {
                kept = connection;
            } else {
                connection.close();
            }
            return response;
        } catch (IOException | RuntimeException e) {
            connection.cut();
            throw e;
        }
    }

    private void send(Connection connection, byte[] bytes, Fault fault) throws IOException {
        if (fault == Fault.SLOW) {
            trickle(connection, bytes);
            return;
        }
        int length = fault == Fault.CUT_REQUEST ? bytes.length / 2 : bytes.length;
        connection.write(bytes, 0, length);
        if (fault == Fault.CUT_REQUEST || fault == Fault.CUT_UNANSWERED) {
            throw new LineCutException("cut by the device: " + fault.id());
        }
    }

    private void trickle(Connection connection, byte[] bytes) throws IOException {
        long pause = policy.slowTime().toNanos() / SLOW_PIECES;
        int step = Math.max(1, bytes.length / SLOW_PIECES);
        for (int from = 0; from < bytes.length; from += step) {
            LockSupport.parkNanos(pause);
            connection.write(bytes, from, Math.min(step, bytes.length - from));
        }
    }

    private static Response read(ResponseReader reader, String method, Manner manner) throws IOException {
        Response head = reader.head();
        if (manner.fault() == Fault.CUT_ANSWER) {
            boolean sized = !head.header("content-length").isEmpty();
            reader.body(head, method, (bytes, offset, length) -> {}, sized ? ResponseReader.length(head) / 2 : 1);
            throw new LineCutException("cut by the device: " + manner.fault().id());
        }
        if (manner.sink() != null && head.status() / 100 == 2) {
            BodySink sink = manner.sink();
            reader.patient();
            reader.body(head, method, (bytes, at, length) -> sink.accept(head, bytes, at, length), manner.cutAfter());
            if (manner.cutAfter() >= 0) {
                throw new LineCutException("cut by the device: " + Fault.CUT_DOWNLOAD.id());
            }
            return head;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        reader.body(head, method, (bytes, offset, length) -> collect(body, bytes, offset, length), -1);
        return new Response(head.status(), head.headers(), body.toByteArray());
    }

    private static void collect(ByteArrayOutputStream body, byte[] bytes, int offset, int length)
            throws ProtocolException {
        if (body.size() + length > MAX_ANSWER) {
            throw new ProtocolException("the answer is longer than " + MAX_ANSWER + " bytes");
        }
        body.write(bytes, offset, length);
    }
}
