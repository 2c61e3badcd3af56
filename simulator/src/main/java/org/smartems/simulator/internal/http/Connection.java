// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/** One connection to a server. */
final class Connection implements Closeable {

    private final Origin origin;
    private final Socket plain;
    private final Socket socket;

    private Connection(Origin origin, Socket plain, Socket socket) {
        this.origin = origin;
        this.plain = plain;
        this.socket = socket;
    }

    static Connection open(Origin origin, TlsClient tls, Deadline deadline) throws IOException {
        Socket plain = new Socket();
        try {
            plain.setTcpNoDelay(true);
            plain.connect(new InetSocketAddress(origin.host(), origin.port()), deadline.remainingMillis());
            if (!origin.tls()) {
                return new Connection(origin, plain, plain);
            }
            SSLSocket socket = tls.wrap(plain, origin);
            socket.setSoTimeout(deadline.remainingMillis());
            socket.startHandshake();
            return new Connection(origin, plain, socket);
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    Origin origin() {
        return origin;
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        socket.getOutputStream().write(bytes, offset, length);
    }

    int read(byte[] buffer, Deadline deadline) throws IOException {
        socket.setSoTimeout(deadline.remainingMillis());
        return socket.getInputStream().read(buffer);
    }

    /** As a line that breaks: without a word of TLS. */
    void cut() {
        closeQuietly(plain);
    }

    /** What was exchanged is not in doubt any more when this fails, therefore it does not tell. */
    @Override
    public void close() {
        closeQuietly(socket);
        closeQuietly(plain);
    }

    private static void closeQuietly(Socket closing) {
        try {
            closing.close();
        } catch (IOException ignored) {
            // the server was faster
        }
    }
}
