// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;

/**
 * The server under load. For many threads.
 *
 * <p>Java keeps a TLS session for each name and port of a server. So names decide whether a connection resumes one:
 * each client has a name of its own for the server, or a new one each time. They look like addresses, so that the
 * server is told none of them.
 */
final class Target {

    private static final String HOST = "127.0.0.1";
    private static final int BYTE = 256;

    private final SSLSocketFactory kept;
    private final SSLSocketFactory forgetful;
    private final int port;
    private final Map<Dialect, User> users;
    private final AtomicInteger connections = new AtomicInteger();

    /**
     * A server on this machine.
     *
     * @param kept makes connections whose sessions are kept
     * @param forgetful makes those whose sessions are not
     * @param port of its HTTPS connector
     * @param users the device user of each dialect
     */
    Target(SSLSocketFactory kept, SSLSocketFactory forgetful, int port, Map<Dialect, User> users) {
        this.kept = kept;
        this.forgetful = forgetful;
        this.port = port;
        this.users = users;
    }

    /** A device user. */
    record User(String username, String password) {

        @Override
        public String toString() {
            return username;
        }
    }

    int port() {
        return port;
    }

    User user(Dialect dialect) {
        return users.get(dialect);
    }

    /** A new connection of a client. */
    Line connect(Way way, int client) throws IOException {
        Socket plain = new Socket(HOST, port);
        try {
            SSLSocketFactory factory = way == Way.FULL ? forgetful : kept;
            return new Line(factory.createSocket(plain, name(way, client), port, true));
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private String name(Way way, int client) {
        int number = way == Way.FULL ? connections.incrementAndGet() & 0x3fffff : client;
        int net = way == Way.FULL ? BYTE / 2 : way.ordinal() + 1;
        return "127." + (net + number / BYTE / BYTE) + "." + number / BYTE % BYTE + "." + number % BYTE;
    }
}
