// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.connectors;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Begins with a connection when its handshake can be computed at once. Of a fleet that connects at one moment, the
 * first are served while the others wait in their order: computed all together, none would be ready before clients
 * give up.
 *
 * <p>They wait here and not in the queue of the kernel, which is short: who finds that full tries again after seconds,
 * and each time after twice as many.
 */
final class PacedConnector extends ServerConnector {

    /** A handshake is counted when a thread has come to it, so the next one waits for a moment. */
    private static final long MOMENT_NANOS =
            TimeUnit.MILLISECONDS.toNanos(1) / Runtime.getRuntime().availableProcessors();

    /** Hardly any client waits longer: the handshake would be computed for nobody. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final HandshakePace pace;
    private final BlockingQueue<Waiting> waiting;
    private Thread pacer;

    private record Waiting(SelectableChannel channel, long since) {}

    /** At most so many wait here, the others in the queue of the kernel. */
    PacedConnector(Server server, Executor threads, HandshakePace pace, HttpConnectionFactory http, int most) {
        super(server, threads, null, null, 1, 1, pace, http);
        this.pace = pace;
        this.waiting = new LinkedBlockingQueue<>(most);
    }

    @Override
    protected SelectorManager newSelectorManager(Executor executor, Scheduler scheduler, int selectors) {
        return new Manager(executor, scheduler, selectors);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        pacer = new Thread(this::pace, "smartems-http-pace-" + getName());
        pacer.setDaemon(true);
        pacer.start();
    }

    @Override
    protected void doStop() throws Exception {
        try {
            if (pacer != null) {
                pacer.interrupt();
                pacer.join();
            }
        } finally {
            super.doStop();
            for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
                close(next.channel());
            }
        }
    }

    private void pace() {
        try {
            while (true) {
                begin(waiting.take());
                if (!waiting.isEmpty()) {
                    TimeUnit.NANOSECONDS.sleep(MOMENT_NANOS);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(Waiting next) throws InterruptedException {
        boolean begun = false;
        try {
            awaitAccepting();
            pace.await();
            if (System.nanoTime() - next.since() < PATIENCE_NANOS) {
                ((Manager) getSelectorManager()).begin(next.channel());
                begun = true;
            }
        } catch (RuntimeException | Error e) {
            // as the acceptor, it must go on with others
            LOG.warn(e);
        } finally {
            if (!begun) {
                close(next.channel());
            }
        }
    }

    /** No more than are allowed have connections. */
    private void awaitAccepting() throws InterruptedException {
        while (!isAccepting()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static void close(SelectableChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug(e);
        }
    }

    private final class Manager extends ServerConnectorManager {

        Manager(Executor executor, Scheduler scheduler, int selectors) {
            super(executor, scheduler, selectors);
        }

        /** By the acceptor. */
        @Override
        public void accept(SelectableChannel channel) {
            try {
                waiting.put(new Waiting(channel, System.nanoTime()));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                close(channel);
            }
        }

        void begin(SelectableChannel channel) {
            super.accept(channel, null);
        }
    }
}
