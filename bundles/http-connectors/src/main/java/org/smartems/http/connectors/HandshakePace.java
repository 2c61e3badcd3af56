// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.connectors;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * TLS that knows how many handshakes are being computed at this moment. Those that wait for the client do not count, so
 * nobody can hold others up by being slow.
 */
final class HandshakePace extends SslConnectionFactory {

    private final int most;
    private int computed;

    /** Enough to occupy every processor. */
    HandshakePace(SslContextFactory.Server tls, String next) {
        this(tls, next, 4 * Runtime.getRuntime().availableProcessors());
    }

    HandshakePace(SslContextFactory.Server tls, String next, int most) {
        super(tls, next);
        this.most = most;
    }

    /** Waits until another handshake would be computed at once. */
    synchronized void await() throws InterruptedException {
        while (computed >= most) {
            wait();
        }
    }

    private synchronized void begin() {
        computed++;
    }

    private synchronized void end() {
        computed--;
        notifyAll();
    }

    @Override
    protected SslConnection newSslConnection(Connector connector, EndPoint endPoint, SSLEngine engine) {
        return new Paced(connector, endPoint, engine);
    }

    private final class Paced extends SslConnection implements SslHandshakeListener {

        private final AtomicBoolean computing = new AtomicBoolean();
        private volatile boolean shaken;

        Paced(Connector connector, EndPoint endPoint, SSLEngine engine) {
            super(
                    connector.getByteBufferPool(),
                    connector.getExecutor(),
                    endPoint,
                    engine,
                    isDirectBuffersForEncryption(),
                    isDirectBuffersForDecryption());
            addHandshakeListener(this);
        }

        @Override
        public void onFillable() {
            if (shaken) {
                super.onFillable();
                return;
            }
            if (computing.compareAndSet(false, true)) {
                begin();
            }
            try {
                super.onFillable();
            } finally {
                rest();
            }
        }

        /** The request that follows may take its time. */
        @Override
        public void handshakeSucceeded(Event event) {
            shaken = true;
            rest();
        }

        private void rest() {
            if (computing.compareAndSet(true, false)) {
                end();
            }
        }
    }
}
