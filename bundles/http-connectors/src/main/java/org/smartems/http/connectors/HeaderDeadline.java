// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.connectors;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.HttpConnection;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a connection that does not get its request headers across in time. Jetty's idle timeout does not help against
 * a client that sends one byte now and then, TLS handshake included.
 */
final class HeaderDeadline implements Connection.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(HeaderDeadline.class);

    private final long millis;
    private final Map<Connection, Watch> watches = new ConcurrentHashMap<>();

    HeaderDeadline(Duration timeout) {
        this.millis = timeout.toMillis();
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof HttpConnection http) {
            Watch watch = new Watch(http);
            watches.put(connection, watch);
            watch.schedule();
        }
    }

    @Override
    public void onClosed(Connection connection) {
        Watch watch = watches.remove(connection);
        if (watch != null) {
            watch.cancel();
        }
    }

    private final class Watch {

        private final HttpConnection connection;
        private volatile Scheduler.Task task;
        private long unfinished;

        Watch(HttpConnection connection) {
            this.connection = connection;
        }

        void schedule() {
            task = connection.getConnector().getScheduler().schedule(this::check, millis, TimeUnit.MILLISECONDS);
        }

        void cancel() {
            Scheduler.Task scheduled = task;
            if (scheduled != null) {
                scheduled.cancel();
            }
        }

        /** The first request has one interval, a later one has until the second check that finds it unfinished. */
        private void check() {
            if (!connection.getEndPoint().isOpen()) {
                return;
            }
            long number = connection.getMessagesIn();
            boolean inHeaders =
                    !connection.getParser().isStart() && connection.getParser().inHeaderState();
            if (number == 0 || inHeaders && number == unfinished) {
                LOG.info(
                        "Connection of {} closed: no complete request in time",
                        connection.getEndPoint().getRemoteAddress());
                connection.getEndPoint().close();
                return;
            }
            unfinished = inHeaders ? number : -1;
            if (watches.containsKey(connection)) {
                schedule();
            }
        }
    }
}
