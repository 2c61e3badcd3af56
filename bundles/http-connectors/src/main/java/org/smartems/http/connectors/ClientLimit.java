// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.connectors;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionLimit;
import org.eclipse.jetty.server.Server;

/** Counts clients: to Jetty, TLS and the HTTP inside it are two connections. */
final class ClientLimit extends ConnectionLimit {

    /** While others wait to be accepted, nobody keeps a connection that is not used; a slow line is used. */
    private static final long CROWDED_IDLE_MILLIS = 10_000;

    ClientLimit(int maximum, Server server) {
        super(maximum, server);
        setIdleTimeout(CROWDED_IDLE_MILLIS);
    }

    @Override
    public void onOpened(Connection connection) {
        if (!isInsideTls(connection)) {
            super.onOpened(connection);
        }
    }

    @Override
    public void onClosed(Connection connection) {
        if (!isInsideTls(connection)) {
            super.onClosed(connection);
        }
    }

    private static boolean isInsideTls(Connection connection) {
        return connection.getEndPoint().getTransport() instanceof EndPoint;
    }
}
